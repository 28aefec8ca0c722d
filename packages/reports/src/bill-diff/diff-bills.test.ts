import { type Charge, type Invoice, rateEvents } from "@flexbill/charges";
import { add, decimal, formatDecimal, month, zero } from "@flexbill/kernel";
import { type PriceBook, parsePriceBook } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import { type FlexEvent, parseEvent } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BillDiff, causes, type SplitChange } from "./bill-diff.ts";
import { diffBills, isAbove } from "./diff-bills.ts";
import { renderDiffMarkdown, renderDiffText } from "./diff-text.ts";

const account = "AC00000000000000000000000000000001";

function read<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const bookOf = (lookup: string): PriceBook =>
  read(
    parsePriceBook({
      value: [
        { product: "flex-named-user", unit: "user", price: "150.00", currency: "USD" },
        { product: "flex-active-user-hour", unit: "hour", price: "1.00", currency: "USD" },
        { product: "lookup", unit: "request", price: lookup, currency: "USD" },
        { product: "lookup", match: { kind: "fast" }, unit: "request", price: "1.00", currency: "USD" },
        { product: "studio", unit: "engagement", price: "0.10", currency: "USD" },
      ],
      placeOf: () => undefined,
    }),
  );

const envelope = { specversion: "1.0", source: "/t", subject: account };

function used(of: string, product: string, user: string, quantity: string, dimensions = {}): FlexEvent {
  const unit = product === "studio" ? "engagement" : "request";
  const data = { product, unit, quantity, at: `${of}-03T09:00:00Z`, user, dimensions };
  const id = `${of} ${product} ${user} ${JSON.stringify(dimensions)}`;
  return read(parseEvent({ ...envelope, id, type: "dev.flexbill.usage", data }));
}

const seat = (user: string): FlexEvent => {
  const data = { user, start: "2025-01-01T00:00:00Z", end: null };
  return read(parseEvent({ ...envelope, id: user, type: "dev.flexbill.seat", data }));
};

interface Bill {
  readonly of?: string;
  readonly lookup?: string;
  readonly contract?: object;
}

function bill(events: readonly FlexEvent[], { of = "2025-04", lookup = "0.50", contract = {} }: Bill = {}): Invoice {
  const document = { account, currency: "USD", plan: [{ model: "named-user" }], ...contract };
  return read(
    rateEvents(events, { contract: read(parseContract(document)), priceBook: bookOf(lookup), month: month(of) }),
  );
}

const lowParts = ({ parts }: SplitChange) =>
  Object.fromEntries(Object.entries(parts).map(([cause, { low }]) => [cause, low]));
const usd = (diff: BillDiff) => lowParts(diff.totals["USD"] as SplitChange);

// Before 100 × 0.50 = 50.00, now 160 × 0.60 = 96.00: price 0.10 × 160 = 16.00, quantity 60 × 0.50 = 30.00.
test("price is what the new quantity costs more, quantity what the old price makes of it", () => {
  const before = bill([used("2025-04", "lookup", "WKA", "100")]);
  const now = bill([used("2025-05", "lookup", "WKA", "160")], { of: "2025-05", lookup: "0.60" });
  expect(usd(diffBills(before, now))).toEqual({ price: "16.00", quantity: "30.00" });
});

// 100 by one user are 50.00. Two users with 70 each are 140: 100 more people's use 50.00, 30 less a head … −60 × 0.50 = −30.00.
test("users count as many as each used before, quantity what each uses more or less", () => {
  const before = bill([used("2025-04", "lookup", "WKA", "100")]);
  const now = bill([used("2025-05", "lookup", "WKA", "70"), used("2025-05", "lookup", "WKB", "70")], { of: "2025-05" });
  expect(usd(diffBills(before, now))).toEqual({ quantity: "-30.00", users: "50.00" });
});

test("a seat more is a user more, whatever a seat costs", () => {
  const before = bill([seat("WKA")]);
  const now = bill([seat("WKA"), seat("WKB")], { of: "2025-05" });
  expect(usd(diffBills(before, now))).toEqual({ users: "150.00" });
});

// 90 × 0.50 + 10 × 1.00 = 55.00, on average 0.55. Then 50 and 50: 75.00. No more requests, so all 20.00 are mix.
test("as many requests at dearer rates are mix", () => {
  const fast = { kind: "fast" };
  const of = (when: string, slow: string, quick: string) => [
    used(when, "lookup", "WKA", slow),
    used(when, "lookup", "WKA", quick, fast),
  ];
  const before = bill(of("2025-04", "90", "10"));
  const now = bill(of("2025-05", "50", "50"), { of: "2025-05" });
  expect(usd(diffBills(before, now))).toEqual({ mix: "20.00" });
});

const limited = (quantity: string) => ({
  allowances: [{ product: "studio", quantity, per: "user-month", provenance: "contract" }],
});

// 40 used: 30 above a limit of 10 (3.00); then 60 used, 55 above a limit of 5 (5.50). By the old limit it were 50 (5.00).
test("a smaller allowance is told apart from more use, and so is one that brings the first excess", () => {
  const studio = (of: string, quantity: string) => [seat("WKA"), used(of, "studio", "WKA", quantity)];
  const now = bill(studio("2025-05", "60"), { of: "2025-05", contract: limited("5") });
  const before = bill(studio("2025-04", "40"), { contract: limited("10") });
  expect(usd(diffBills(before, now))).toEqual({ quantity: "2.00", allowance: "0.50" });
  const roomy = bill(studio("2025-04", "60"), { contract: limited("60") });
  expect(usd(diffBills(roomy, now))).toEqual({ allowance: "5.50" });
});

test("another plan, new and gone lines and what follows them are causes of their own", () => {
  const tax = { tax: [{ name: "VAT", percent: "0.1" }] };
  const before = bill([seat("WKA"), used("2025-04", "lookup", "WKA", "10")], { contract: tax });
  const hours = { ...tax, plan: [{ model: "active-user-hour" }] };
  const now = bill([seat("WKA"), used("2025-05", "lookup", "WKA", "9", { kind: "fast" })], {
    of: "2025-05",
    contract: hours,
  });
  // Seat 150.00 gone with the plan; 10 × 0.50 = 5.00 gone, 9 × 1.00 = 9.00 new; tax 10 % of −146.00.
  expect(usd(diffBills(before, now))).toEqual({ plan: "-150.00", new: "9.00", gone: "-5.00", follows: "-14.60" });
});

test("an upper end that opened is above every threshold, and no difference above none", () => {
  const same = bill([seat("WKA")]);
  expect(isAbove(diffBills(same, same), decimal("0"))).toBe(false);
  const open = diffBills(same, bill([seat("WKA"), used("2025-04", "taskless", "WKA", "1")]));
  expect(open.totals["USD"]?.difference).toEqual({ low: "0.00", high: null });
  expect(isAbove(open, decimal("1000000"))).toBe(true);
  const seats = diffBills(same, bill([seat("WKA"), seat("WKB")]));
  expect([isAbove(seats, decimal("150")), isAbove(seats, decimal("149.99"))]).toEqual([false, true]);
});

const share = fc.record({
  user: fc.constantFrom("WKA", "WKB", "WKC"),
  product: fc.constantFrom("lookup", "studio"),
  quantity: fc.integer({ min: 1, max: 9_999 }).map((thousandths) => formatDecimal(decimal(thousandths)).concat(".3")),
  fast: fc.boolean(),
});
const side = fc.record({
  shares: fc.uniqueArray(share, { maxLength: 8, selector: ({ user, product, fast }) => `${user}${product}${fast}` }),
  seats: fc.subarray(["WKA", "WKB", "WKC"]),
  model: fc.constantFrom("named-user", "active-user-hour", "user-plus-usage"),
  limit: fc.option(fc.constantFrom("0", "7.5", "300"), { nil: null }),
  lookup: fc.constantFrom("0.50", "0.333"),
  taxed: fc.boolean(),
});
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

const billOf = (of: string, { shares, seats, model, limit, lookup, taxed }: Side): Invoice =>
  bill(
    [
      ...seats.map(seat),
      ...shares
        .map(({ user, product, quantity, fast }) =>
          used(of, product, user, quantity, fast && product === "lookup" ? { kind: "fast" } : {}),
        )
        .filter((event, at, all) => all.findIndex(({ id }) => id === event.id) === at),
    ],
    {
      of,
      lookup,
      contract: {
        plan: [{ model }],
        ...(limit === null ? {} : limited(limit)),
        ...(taxed ? { tax: [{ name: "VAT", percent: "0.1" }] } : {}),
      },
    },
  );

const sumOf = (diff: SplitChange, end: "low" | "high") =>
  formatDecimal(
    causes.reduce((sum, cause) => add(sum, decimal(diff.parts[cause]?.[end] ?? "0")), zero),
    { places: 2 },
  );

test("the parts add up to the difference at both ends, of each line and of the bill", () => {
  fc.assert(
    fc.property(side, side, (one, other) => {
      const [before, now] = [billOf("2025-04", one), billOf("2025-05", other)];
      const diff = diffBills(before, now);
      for (const split of [...diff.lines, ...Object.values(diff.totals)]) {
        expect(sumOf(split, "low")).toBe(split.difference.low);
        if (split.difference.high !== null) expect(sumOf(split, "high")).toBe(split.difference.high);
      }
      const total = (charges: readonly Charge[]) =>
        charges.reduce((sum, { amount }) => add(sum, decimal(amount.low)), zero);
      const told = diff.lines.reduce((sum, { difference }) => add(sum, decimal(difference.low)), total(before.charges));
      expect(formatDecimal(told, { places: 2 })).toBe(formatDecimal(total(now.charges), { places: 2 }));
    }),
    { numRuns: 60, seed: 20_250_501 },
  );
});

test("text and Markdown tell the change in both languages", () => {
  const diff = diffBills(bill([seat("WKA")]), bill([seat("WKA"), seat("WKB")], { of: "2025-05" }));
  expect(renderDiffText(diff)).toBe(
    [
      "Bill of May 2025 against April 2025\n",
      "Currency  Before     Now  Difference\nUSD       150.00  300.00     +150.00\n",
      "Why     Difference\nUsers  +150.00 USD\n",
      "Line                         Difference  Why    Clauses\nFlex named user (Plan fee)  +150.00 USD  Users  T-09\n",
    ].join("\n"),
  );
  expect(renderDiffMarkdown(diff, { language: "ja" })).toContain("| ユーザー数 | +150.00 USD |");
  expect(renderDiffText(diffBills(bill([]), bill([])), { language: "ja" })).toContain("変化はありません");
});

test("a name from outside begins no markup in a comment", () => {
  const diff = diffBills(bill([seat("WKA")]), bill([seat("WKA"), seat("WKB")], { of: "2025-05" }));
  const [line, ...rest] = diff.lines;
  const hostile = { ...diff, lines: [{ ...line, product: "# a | <b> #1" } as BillDiff["lines"][number], ...rest] };
  expect(renderDiffMarkdown(hostile)).toContain("\n| \\# a \\| \\<b\\> \\#1 (");
});
