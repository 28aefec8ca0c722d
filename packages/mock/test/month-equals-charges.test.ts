import { readdirSync, readFileSync } from "node:fs";
import { billingMonths } from "@flexbill/invariants";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Equation,
  lineEquations,
  notContained,
  type Played,
  played,
  rolledUpEquations,
  servedEquations,
} from "./equations.ts";
import { requestOf } from "./worlds.ts";

const folder = new URL("../../../fixtures/golden/", import.meta.url);
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(/\.json$/, ""));

/** Vectors whose month Usage Records cannot serve, with the reason. */
const notServed: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("./data/not-served.json", import.meta.url), "utf8"),
).vectors;

function vector(name: string) {
  return requestOf(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")));
}

function hold(equations: readonly Equation[]): void {
  for (const [about, left, right] of equations) expect([about, left]).toEqual([about, right]);
}

async function holdServed(month: Played): Promise<void> {
  hold(await servedEquations(month));
  hold(await rolledUpEquations(month));
}

/** A world that draws nothing settles at the upper end of what its user expects; one of a seed has limits of its own. */
const truths = [undefined, 7];

describe.each(truths)("every golden month, under the truth of %s", (truth) => {
  test.each(vectors)("%s", async (name) => {
    const month = played(vector(name), truth);
    hold(lineEquations(month));
    expect(notContained(month)).toEqual([]);
    if (!Object.hasOwn(notServed, name)) await holdServed(month);
  });
});

test("the vectors that cannot be compared with what is served are exactly those that have a reason", async () => {
  const refused = async (name: string) => {
    const served = await rolledUpEquations(played(vector(name), undefined)).then(
      () => true,
      () => false,
    );
    return served ? [] : [name];
  };
  const found = await Promise.all(vectors.map(refused));
  expect(found.flat()).toEqual(Object.keys(notServed));
});

/** Months of any zone, currency, plan and events; their account is old enough to have been there. */
const generated = billingMonths().map((document) =>
  requestOf({ ...document, contract: { ...document.contract, opened: "2000-01-01T00:00:00Z" } }),
);
const runs = Number(process.env["FC_RUNS"] ?? 200);

test(`${runs} generated months, each under a truth of its own`, { timeout: 300_000 }, async () => {
  let drew = 0;
  await fc.assert(
    fc.asyncProperty(generated, fc.nat({ max: 1_000_000 }), async (request, truth) => {
      const month = played(request, truth);
      const open = (invoice: Played["users"]) => invoice.charges.filter(({ amount }) => amount.low !== amount.high);
      if (open(month.users).length > open(month.truth).length) drew += 1;
      hold(lineEquations(month));
      hold(await servedEquations(month));
      if (truth % 8 === 0) hold(await rolledUpEquations(month));
      expect(notContained(month)).toEqual([]);
    }),
    { numRuns: runs, seed: 20260101 },
  );
  expect(drew).toBeGreaterThan(runs / 4);
});
