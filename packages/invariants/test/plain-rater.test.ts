import { expect, test } from "vitest";
import { comparable } from "../src/plain-rater/comparison.ts";
import { compare, readDecimal } from "../src/plain-rater/fraction.ts";
import { plainRate } from "../src/plain-rater/plain-rate.ts";
import type { UsageRow } from "../src/plain-rater/usage-row.ts";
import { shippedBooks } from "./shipped-books.ts";
import { type ExpectedRow, fixture, readVectors } from "./vectors.ts";

const vectors = readVectors(fixture("golden"));

test("there are 116 golden vectors", () => expect(vectors).toHaveLength(116));

test.each(vectors)("$id: $title", (vector) => {
  const answer = plainRate(vector, shippedBooks);
  expect(comparable(answer)).toEqual(comparable(vector.expect));
  if (vector.expect.usage) expectUsage(answer.usage, vector.expect.usage);
});

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
