import { readdirSync, readFileSync } from "node:fs";
import { compare, decimal, instant, type Month } from "@flexbill/kernel";
import { type Contract, parseContract } from "@flexbill/terms";
import { describe, expect, test } from "vitest";
import { type FlexEvent, isFlexEvent, meter, type UsageRow, usageRowDocument } from "./index.ts";

const folder = new URL("../../../fixtures/golden/", import.meta.url);

interface Vector {
  readonly id: string;
  readonly title: string;
  readonly contract: unknown;
  readonly month: Month;
  readonly asOf?: string;
  readonly events: readonly unknown[];
  readonly expect: { readonly usage?: readonly RawRow[]; readonly issues: readonly { readonly code: string }[] };
}

interface RawRow {
  readonly product: string;
  readonly unit: string;
  readonly quantity: string;
  readonly user: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
}

const vectors = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Vector);

describe("each event of the golden vectors is an event", () => {
  test.each(vectors)("$id", ({ events }) => {
    expect(events.filter((event) => !isFlexEvent(event))).toEqual([]);
  });
});

describe("the usage of the golden vectors", () => {
  const withUsage = vectors.filter((vector) => vector.expect.usage !== undefined);

  test("is there to be compared", () => {
    expect(withUsage.length).toBeGreaterThan(5);
  });

  test.each(withUsage)("$id: $title", (vector) => {
    const wanted = vector.expect.usage ?? [];
    const products = new Set(wanted.map((row) => row.product));
    const rows = metered(vector).rows.filter((row) => products.has(row.product));
    expect(rows.map(keyOf).sort()).toEqual(
      wanted.map((row) => keyOf({ ...row, quantity: decimal(row.quantity) })).sort(),
    );
    for (const row of rows) {
      const match = wanted.find((other) => keyOf({ ...other, quantity: decimal(other.quantity) }) === keyOf(row));
      expect(compare(decimal(usageRowDocument(row).quantity), decimal(match?.quantity ?? "-1"))).toBe(0);
    }
  });
});

const ours = ["activity.offline-lookalike", "event.conflict", "fee.twice", "presence.open"];

describe("the issues that metering raises in the golden vectors", () => {
  test.each(vectors)("$id", (vector) => {
    const wanted = vector.expect.issues.map(({ code }) => code).filter((code) => ours.includes(code));
    const raised = metered(vector).issues.map(({ code }) => code as string);
    expect(Array.from(new Set(raised)).sort()).toEqual(Array.from(new Set(wanted)).sort());
  });
});

describe("order and repetition change nothing in the golden vectors", () => {
  test.each(vectors.filter((vector) => !vector.expect.issues.some(({ code }) => code === "event.conflict")))(
    "$id",
    (vector) => {
      const once = metered(vector);
      expect(metered({ ...vector, events: vector.events.toReversed() })).toEqual(once);
      expect(metered({ ...vector, events: [...vector.events, ...vector.events] })).toEqual(once);
    },
  );
});

function metered(vector: Vector) {
  const asOf = vector.asOf === undefined ? {} : { asOf: instant(vector.asOf) };
  const contract = contractOf(vector.contract);
  return meter(vector.events as readonly FlexEvent[], { contract, month: vector.month, ...asOf });
}

function contractOf(raw: unknown): Contract {
  const parsed = parseContract(raw);
  expect(parsed.issues).toEqual([]);
  if (!parsed.ok) throw new Error("The vector's contract does not parse");
  return parsed.value;
}

function keyOf(row: Pick<UsageRow, "product" | "unit" | "user" | "dimensions" | "quantity">): string {
  const { product, unit, user, dimensions } = row;
  return JSON.stringify([product, unit, user, Object.entries(dimensions).sort()]);
}
