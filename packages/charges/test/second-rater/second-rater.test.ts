import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compare, readDecimal } from "./fraction.ts";
import type { RatingRequest } from "./request.ts";
import { type SecondAnswer, secondRate } from "./second-rate.ts";
import { fixture, shippedBooks } from "./shipped-books.ts";
import type { UsageRow } from "./usage-row.ts";

type Amount = { readonly low: string; readonly high: string | null };
type ExpectedRow = Pick<UsageRow, "product" | "unit" | "user"> & {
  readonly quantity: string;
  readonly dimensions: Readonly<Record<string, string>>;
};

interface Vector extends RatingRequest {
  readonly id: string;
  readonly title: string;
  readonly expect: {
    readonly usage?: readonly ExpectedRow[];
    readonly charges: readonly (Pick<SecondAnswer["charges"][number], "kind" | "product" | "rate" | "currency"> & {
      readonly quantity: string;
      readonly amount: Amount;
    })[];
    readonly totals: Readonly<Record<string, Amount>>;
    readonly issues: readonly { readonly code: string; readonly severity: string }[];
  };
}

const folder = fixture("golden");
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name): Vector => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

test("there are 116 golden vectors", () => expect(vectors).toHaveLength(116));

test.each(vectors)("$id: $title", (vector) => {
  const answer = secondRate(vector, shippedBooks);
  expect(chargesOf(answer.charges)).toEqual(chargesOf(vector.expect.charges));
  expect(totalsOf(answer.totals)).toEqual(totalsOf(vector.expect.totals));
  expect(answer.issueCodes).toEqual(codesOf(vector.expect.issues));
  if (vector.expect.usage) expectUsage(answer.usage, vector.expect.usage);
});

/** "4" equals "4.00". */
function plain(decimal: string): string {
  const { top, bottom } = readDecimal(decimal);
  return `${top}/${bottom}`;
}

function amountOf({ low, high }: Amount) {
  return { low: plain(low), high: high === null ? null : plain(high) };
}

function chargesOf(charges: Vector["expect"]["charges"]) {
  const lines = charges.map(({ kind, product, rate, currency, quantity, amount }) => ({
    key: JSON.stringify([kind, product, rate, currency]),
    quantity: plain(quantity),
    amount: amountOf(amount),
  }));
  return lines.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function totalsOf(totals: Vector["expect"]["totals"]) {
  return Object.fromEntries(Object.entries(totals).map(([currency, amount]) => [currency, amountOf(amount)]));
}

function codesOf(issues: Vector["expect"]["issues"]): readonly string[] {
  const counted = issues.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  return [...new Set(counted)].sort();
}

function expectUsage(rows: readonly UsageRow[], wanted: readonly ExpectedRow[]): void {
  const named = new Set(wanted.map(({ product }) => product));
  const found = rows.filter(({ product }) => named.has(product));
  const due = wanted.filter(({ quantity }) => readDecimal(quantity).top !== 0n);
  const keyOf = ({ product, unit, user }: Pick<UsageRow, "product" | "unit" | "user">, dimensions: object) =>
    JSON.stringify([product, unit, user, Object.entries(dimensions).sort()]);
  const quantities = new Map(found.map((row) => [keyOf(row, Object.fromEntries(row.dimensions)), row.quantity]));
  expect([...quantities.keys()].sort()).toEqual(due.map((row) => keyOf(row, row.dimensions)).sort());
  for (const row of due) {
    const quantity = quantities.get(keyOf(row, row.dimensions));
    expect(quantity && compare(quantity, readDecimal(row.quantity)), JSON.stringify(row)).toBe(0);
  }
}
