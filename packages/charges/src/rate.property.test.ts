import { compare, type Decimal, decimal, formatAmount, parseDecimal, subtract, sum } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recompute } from "../../../tools/recompute.ts";
import { invoiceOf, type RequestDocument, requests, withoutConflicts } from "../test/generated-requests.ts";
import { adjustmentsBetween } from "./adjustments-between.ts";
import type { Amount, Invoice } from "./invoice.ts";

/** A check runs each law on 100 months; `FC_RUNS=2000` asks for more. */
const runs = { numRuns: Number(process.env["FC_RUNS"] ?? 100) };
const bytes = (request: object): string => JSON.stringify(invoiceOf(request));
const money = (text: string) => {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`Not an amount: "${text}"`);
  return parsed.value;
};

/** Fees that providers told, without carriers' fees, which have a price of the book. */
const passedOn = (invoice: Invoice) =>
  invoice.charges
    .filter(({ kind, product }) => kind === "third-party" && product !== "carrier-fee")
    .map(({ id, currency, quantity, amount }) => ({ id, currency, quantity, amount }));

const withContract = (request: RequestDocument, change: object): RequestDocument => ({
  ...request,
  contract: { ...request.contract, ...change },
});

describe("any billing month", { timeout: 120_000 }, () => {
  test("is the same bytes for any order of its events, and for any of them told again", () => {
    const shuffles = fc.tuple(requests().map(withoutConflicts), fc.array(fc.nat(), { minLength: 60, maxLength: 60 }));
    fc.assert(
      fc.property(shuffles, ([request, keys]) => {
        const order = (index: number) => keys[index % keys.length] ?? 0;
        const keyed = request.events.map((event, index) => ({ event, key: order(index) }));
        const events = keyed.toSorted((one, other) => one.key - other.key).map(({ event }) => event);
        const again = events.filter((_, index) => order(index) % 3 === 0);
        expect(bytes({ ...request, events: [...events, ...again] })).toBe(bytes(request));
      }),
      runs,
    );
  });

  test("is the same bytes when it is rated again", () => {
    fc.assert(
      fc.property(requests(), (request) => {
        expect(bytes(structuredClone(request))).toBe(bytes(request));
        expect(adjustmentsBetween(invoiceOf(request), invoiceOf(request))).toEqual({ adjustments: [], unsettled: [] });
      }),
      runs,
    );
  });

  test("passes third parties' fees on, whatever the plan, the allowances and the minimum", () => {
    const plans = fc.constantFrom("active-user-hour", "named-user", "user-plus-usage");
    fc.assert(
      fc.property(
        requests(),
        plans,
        fc.constantFrom(null, { monthlyMinimum: "100000" }),
        (request, model, commitment) => {
          const other = withContract(request, { plan: [{ model, price: "7" }], allowances: [], commitment });
          expect(passedOn(invoiceOf(other))).toEqual(passedOn(invoiceOf(request)));
        },
      ),
      runs,
    );
  });

  test("adds a new fee of another provider as one line, and moves nothing else but what looks at the sum", () => {
    fc.assert(
      fc.property(requests(), fc.integer({ min: 0, max: 99_999 }), (drawn, mils) => {
        const request = withContract(drawn, { assumptions: { "rounding.mode": "half-up" } });
        const before = invoiceOf(request);
        const at = before.period.start;
        const amount = `${Math.floor(mils / 1000)}.${String(mils % 1000).padStart(3, "0")}`;
        const data = { provider: "Nova", product: "third-party-voice", amount, currency: "USD", at, reference: null };
        const subject = request.contract["account"];
        const event = { specversion: "1.0", id: "nova", source: "/nova", type: "dev.flexbill.fee", subject, data };
        const after = invoiceOf({ ...request, events: [...request.events, event] });
        const own = after.charges.filter(({ id }) => id === "third-party/third-party-voice/Nova");
        expect(own.map((charge) => charge.amount.low)).toEqual([roundedToCents(amount)]);
        const untaxed = (invoice: Invoice) =>
          invoice.charges
            .filter(({ id, kind }) => kind !== "tax" && !id.endsWith("/Nova"))
            .map(({ id, amount: each }) => [id, each]);
        expect(untaxed(after)).toEqual(untaxed(before));
      }),
      runs,
    );
  });

  test("without events is its fixed lines alone", () => {
    const fixed = ["license", "commitment", "support", "adjustment", "tax"];
    fc.assert(
      fc.property(requests(), (request) => {
        const { charges } = invoiceOf({ ...request, events: [] });
        expect(charges.filter(({ kind }) => !fixed.includes(kind))).toEqual([]);
      }),
      runs,
    );
  });

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

function roundedToCents(amount: string): string {
  const mils = BigInt(amount.replace(".", ""));
  const cents = (mils + 5n) / 10n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}
