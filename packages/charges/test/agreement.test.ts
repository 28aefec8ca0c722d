import { readFileSync } from "node:fs";
import { answerRequest, type Invoice, readRequest } from "@flexbill/charges";
import { billingMonths, type PriceBook, type RatingRequest } from "@flexbill/invariants";
import {
  type ComparedCharge,
  comparable,
  type Fraction,
  fraction,
  plainRate,
  plus,
  readDecimal,
  type UsageRow,
} from "@flexbill/invariants/plain-rater";
import { formatExact } from "@flexbill/kernel";
import { meter } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";

/** The price books that a request may name. */
const shippedBooks: ReadonlyMap<string, PriceBook> = new Map(
  ["twilio-us-2026-08", "twilio-hints-2026"].map((name): [string, PriceBook] => [
    name,
    JSON.parse(readFileSync(new URL(`../../../fixtures/pricebook/${name}.json`, import.meta.url), "utf8")),
  ]),
);

const months = Number(process.env["FC_RUNS"] ?? 2_000);
const enoughTime = { timeout: 300_000 };

/** An answer without an invoice fails with the issues that it gave instead. */
function rated(request: RatingRequest): Invoice {
  const answer = answerRequest(request);
  if (!("charges" in answer)) throw new Error(`No invoice: ${JSON.stringify(answer.issues)}`);
  return answer;
}

/** Beyond what a vector compares: the order of the lines and their units. */
function linesInOrder({ charges }: { readonly charges: readonly (ComparedCharge & { readonly unit: string })[] }) {
  return charges.map(({ kind, product, rate, currency, unit }) =>
    JSON.stringify([kind, product, rate, currency, unit]),
  );
}

test(`two raters that share no code agree on ${months} generated months`, enoughTime, () => {
  const agreeing = fc.property(billingMonths(), (request) => {
    const [first, second] = [rated(request), plainRate(request, shippedBooks)];
    expect(comparable(first)).toEqual(comparable(second));
    expect(linesInOrder(first)).toEqual(linesInOrder(second));
  });
  fc.assert(agreeing, { numRuns: months });
});

/** Known and unknown fees of one provider may stand in rows of their own: here they are one. */
function rowKeys(rows: readonly UsageRow[]): readonly string[] {
  const sums = new Map<string, Fraction>();
  for (const { product, unit, user, dimensions, useCase, quantity } of rows) {
    const key = JSON.stringify([product, dimensions, user, unit, useCase]);
    const before = sums.get(key);
    sums.set(key, before ? plus(before, quantity) : quantity);
  }
  return [...sums].map(([key, { top, bottom }]) => `${top}/${bottom} ${key}`);
}

function readExact(text: string): Fraction {
  const [top = "0", bottom] = text.split("/");
  return bottom === undefined ? readDecimal(top) : fraction(BigInt(top), BigInt(bottom));
}

function metered(request: RatingRequest): readonly UsageRow[] {
  const opened = readRequest(request).request;
  if (!opened.ok) throw new Error(`Not a request: ${JSON.stringify(opened.issues)}`);
  return meter(opened.value.events, opened.value).rows.map(
    ({ dimensions, quantity, product, unit, user, useCase }) => ({
      ...{ product, unit, user, useCase },
      dimensions: Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1)),
      quantity: readExact(formatExact(quantity)),
    }),
  );
}

test("and on every usage row of the first 500 of them, in order", enoughTime, () => {
  const agreeing = fc.property(billingMonths(), (request) => {
    expect(rowKeys(metered(request))).toEqual(rowKeys(plainRate(request, shippedBooks).usage));
  });
  fc.assert(agreeing, { numRuns: Math.min(months, 500) });
});
