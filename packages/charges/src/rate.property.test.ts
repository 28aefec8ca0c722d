import { compare, type Decimal, decimal, formatAmount, parseDecimal, subtract, sum } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recompute } from "../../../tools/recompute.ts";
import { invoiceOf, requests } from "../test/generated-requests.ts";
import type { Amount } from "./invoice.ts";

/** A check runs each law on 100 months; `FC_RUNS=2000` asks for more. */
const runs = { numRuns: Number(process.env["FC_RUNS"] ?? 100) };
const money = (text: string) => {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`Not an amount: "${text}"`);
  return parsed.value;
};

describe("any billing month", { timeout: 120_000 }, () => {
  test("has lower ends that are no higher than the upper ones, and totals that are the sums of its lines", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const { charges, totals } = invoiceOf(request);
        for (const { amount } of charges) expect(isRange(amount)).toBe(true);
        for (const [currency, total] of Object.entries(totals)) {
          const amounts = charges.filter((charge) => charge.currency === currency).map((charge) => charge.amount);
          expect(total.low).toBe(
            added(
              amounts.map(({ low }) => low),
              currency,
            ),
          );
          const highs = amounts.map(({ high }) => high);
          expect(total.high).toBe(
            highs.includes(null)
              ? null
              : added(
                  highs.map((high) => high ?? "0"),
                  currency,
                ),
          );
        }
        expect(Object.keys(totals).sort()).toEqual([...new Set(charges.map(({ currency }) => currency))].sort());
      }),
      runs,
    );
  });

  test("prints only amounts that follow from their derivations", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        expect(recompute(invoiceOf(request))).toEqual([]);
      }),
      runs,
    );
  });

  test("has lines of different ids, one issue a code and path, and a price.missing wherever no upper end is known", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        const { charges, issues } = invoiceOf(request);
        expect(new Set(charges.map(({ id, currency }) => `${id} ${currency}`)).size).toBe(charges.length);
        expect(new Set(issues.map(({ code, path }) => `${code} ${path}`)).size).toBe(issues.length);
        const missing = issues.filter(({ code }) => code === "price.missing").map(({ path }) => path);
        const open = charges.flatMap(({ amount }, index) => (amount.high === null ? [`/charges/${index}`] : []));
        expect(missing.sort()).toEqual(open.sort());
      }),
      runs,
    );
  });

  test("gives named users shares that add up to no more than the line", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        for (const { users, quantity } of invoiceOf(request).charges.filter(({ kind }) => kind !== "credit")) {
          const shares = sum(users.map((share) => money(share.quantity)));
          // Shares are printed to six decimals, so that the sum may be off by half of the last one for each.
          const slack = decimal(`0.00000${users.length + 1}`);
          expect(compare(subtract(shares, money(quantity)), slack)).toBeLessThanOrEqual(0);
        }
      }),
      runs,
    );
  });
});

const isRange = ({ low, high }: Amount): boolean => high === null || compare(money(low), money(high)) <= 0;

const added = (amounts: readonly string[], currency: string): string =>
  formatAmount(sum(amounts.map(money)) as Decimal, currency);
