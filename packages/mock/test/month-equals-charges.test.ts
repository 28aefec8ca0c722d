import { readdirSync, readFileSync } from "node:fs";
import { billingMonths } from "@flexbill/invariants";
import { month } from "@flexbill/kernel";
import { profileById, simulate } from "@flexbill/simulator";
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

async function holdServed(played: Played): Promise<void> {
  hold(await servedEquations(played));
  hold(await rolledUpEquations(played));
}

/** A world that draws nothing settles at the upper end of what its user expects; one of a seed has limits of its own. */
const truths = [undefined, 7];

describe.each(truths)("every golden month, under the truth of %s", (truth) => {
  test.each(vectors)("%s", async (name) => {
    const golden = played(vector(name), truth);
    hold(lineEquations(golden));
    expect(notContained(golden)).toEqual([]);
    if (!Object.hasOwn(notServed, name)) await holdServed(golden);
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
      const drawn = played(request, truth);
      const open = (invoice: Played["users"]) => invoice.charges.filter(({ amount }) => amount.low !== amount.high);
      if (open(drawn.users).length > open(drawn.truth).length) drew += 1;
      hold(lineEquations(drawn));
      hold(await servedEquations(drawn));
      if (truth % 8 === 0) hold(await rolledUpEquations(drawn));
      expect(notContained(drawn)).toEqual([]);
    }),
    { numRuns: runs, seed: 20260101 },
  );
  expect(drew).toBeGreaterThan(runs / 4);
});

test("a whole simulated month of a contact centre, with limits that are reached", { timeout: 120_000 }, async () => {
  const profile = profileById("demo");
  if (profile === undefined) throw new Error("the demo profile ships");
  const contract = {
    account: profile.account,
    currency: "USD",
    logoutActivity: [{ activity: "WA00000000000000000000000000000001" }],
    plan: [{ model: "active-user-hour", freeHours: "40" }],
    commitment: { monthlyMinimum: "1000" },
    tax: [{ name: "VAT", percent: "0.1" }],
  };
  const events = [...simulate(profile, { month: month("2026-02"), seed: 7 })];
  const request = requestOf({ contract, events, priceBook: "twilio-us-2026-08", month: "2026-02" });
  const simulated = played(request, 5);
  expect(simulated.truth.charges.length).toBeGreaterThan(12);
  hold(lineEquations(simulated));
  await holdServed(simulated);
  expect(notContained(simulated)).toEqual([]);
});
