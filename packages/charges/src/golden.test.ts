import { formatExact, type Month, parseExact } from "@flexbill/kernel";
import { meter } from "@flexbill/usage";
import { describe, expect, test } from "vitest";
import { recompute } from "../../../tools/recompute.ts";
import {
  type ExpectedAmount,
  type ExpectedCharge,
  type ExpectedRow,
  type GoldenVector,
  goldenVectors,
} from "../test/golden-vectors.ts";
import { answerRequest } from "./answer-request.ts";
import type { Invoice } from "./invoice.ts";
import { readRequest } from "./rating-request.ts";

/** The one vector in which the order of events decides: the first of two conflicting events counts. */
const orderDecides = "auh-11-conflicting-duplicate";

describe("golden vectors", () => {
  test("there are 116", () => expect(goldenVectors).toHaveLength(116));

  test.each(goldenVectors)("$id: $title", (vector) => {
    const invoice = invoiceOf(vector);
    expect(chargesOf(invoice.charges)).toEqual(chargesOf(vector.expect.charges));
    expect(totalsOf(invoice.totals)).toEqual(totalsOf(vector.expect.totals));
    expect(codesOf(invoice.issues)).toEqual(codesOf(vector.expect.issues));
    if (vector.expect.usage !== undefined) expect(usageOf(vector)).toEqual(rowsOf(vector.expect.usage));
  });

  test.each(goldenVectors)("$id: every printed amount follows from its derivation alone", (vector) => {
    expect(recompute(invoiceOf(vector))).toEqual([]);
  });

  test.each(goldenVectors.filter(({ id }) => id !== orderDecides))(
    "$id: other orders, and every event twice, change no byte",
    (vector) => {
      const bytes = JSON.stringify(answerRequest(vector));
      for (const events of [
        vector.events.toReversed(),
        rotated(vector.events),
        vector.events.flatMap((event) => [event, event]),
      ]) {
        expect(JSON.stringify(answerRequest({ ...vector, events }))).toBe(bytes);
      }
    },
  );

  test("a vector is a request on one line", () => {
    for (const vector of goldenVectors.slice(0, 3))
      expect(answerRequest(JSON.stringify(vector))).toEqual(answerRequest(vector));
  });
});

function invoiceOf(vector: GoldenVector): Invoice {
  const answer = answerRequest(vector);
  if (!("charges" in answer)) throw new Error(JSON.stringify(answer.issues));
  return answer;
}

const rotated = (events: readonly unknown[]): readonly unknown[] => {
  const middle = events.length >> 1;
  return [...events.slice(middle), ...events.slice(0, middle)];
};

/** "4" equals "4.00". */
function plain(text: string): string {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(`Not an exact value: "${text}"`);
  return formatExact(parsed.value);
}

const amountOf = ({ low, high }: ExpectedAmount) => ({ low: plain(low), high: high === null ? null : plain(high) });

function chargesOf(charges: readonly ExpectedCharge[]) {
  return charges
    .map(({ kind, product, rate, currency, quantity, amount }) => ({
      key: [kind, product, rate, currency].join(" | "),
      quantity: plain(quantity),
      ...amountOf(amount),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

const totalsOf = (totals: Readonly<Record<string, ExpectedAmount>>) =>
  Object.fromEntries(Object.entries(totals).map(([currency, amount]) => [currency, amountOf(amount)]));

const codesOf = (issues: readonly { readonly code: string; readonly severity: string }[]): readonly string[] =>
  [...new Set(issues.filter(({ severity }) => severity !== "info").map(({ code }) => code))].sort();

function rowsOf(rows: readonly ExpectedRow[]) {
  return rows
    .map(({ product, unit, user, dimensions, quantity }) => ({
      key: JSON.stringify([product, unit, user, Object.entries(dimensions).sort()]),
      quantity: plain(quantity),
    }))
    .filter(({ quantity }) => quantity !== "0")
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

function usageOf(vector: GoldenVector) {
  const { request } = readRequest(vector);
  if (!request.ok) throw new Error(JSON.stringify(request.issues));
  const products = new Set(vector.expect.usage?.map(({ product }) => product));
  const { events, contract, month, asOf } = request.value;
  const metered = meter(events, { contract, month: month as Month, ...(asOf === undefined ? {} : { asOf }) });
  const rows = metered.rows.filter(({ product }) => products.has(product));
  return rowsOf(rows.map((row) => ({ ...row, quantity: formatExact(row.quantity) })));
}
