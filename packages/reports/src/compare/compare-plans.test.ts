import { decimal, formatDecimal, month, sum } from "@flexbill/kernel";
import { type PriceBook, parsePriceBook } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import { type FlexEvent, meter, parseEvent } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvTable } from "../tables/csv-table.ts";
import { comparePlans, type Variants } from "./compare-plans.ts";
import { renderComparisonSvg } from "./comparison-svg.ts";
import { comparisonTable } from "./comparison-table.ts";
import { renderComparisonText } from "./comparison-text.ts";
import { forgottenLogoutSaving, isPresenceEvent } from "./savings/forgotten-logout.ts";
import { isSeatEvent, seatSwapSaving } from "./savings/seat-swap.ts";
import { userCosts } from "./user-costs.ts";
import { meteringKey, planVariants, rateVariant, type Variant } from "./variant.ts";

const account = "AC00000000000000000000000000000001";
const may = month("2025-05");
const noSavings = { seatSwap: null, forgottenLogout: null };

function read<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const book: PriceBook = read(
  parsePriceBook({
    value: [
      { product: "flex-active-user-hour", unit: "hour", price: "1.00", currency: "USD" },
      { product: "flex-named-user", unit: "user", price: "150.00", currency: "USD" },
      { product: "flex-active-user", unit: "user", price: "35.00", currency: "USD" },
      { product: "studio", unit: "engagement", price: "0.10", currency: "USD" },
    ],
    placeOf: () => undefined,
  }),
);

let told = 0;
function event(type: string, data: object): FlexEvent {
  told += 1;
  const envelope = { specversion: "1.0", id: String(told), source: "/t", subject: account };
  return read(parseEvent({ ...envelope, type: `dev.flexbill.${type}`, data }));
}

const day = (at: number, hour: number) =>
  `2025-05-${String(at).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
const seat = (user: string, start = "2025-01-01T00:00:00Z", end: string | null = null) =>
  event("seat", { user, start, end });
const shift = (user: string, at: number, hours: number) =>
  event("presence", { user, activity: "WA2", start: day(at, 0), end: hours === 24 ? day(at + 1, 0) : day(at, hours) });
const studio = (user: string, quantity: string) =>
  event("usage", { product: "studio", unit: "engagement", quantity, at: day(3, 9), user, dimensions: {} });

const days = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const ended = [
  ...[seat("WKA"), seat("WKB"), studio("WKA", "30")],
  ...days(16).map((at) => shift("WKA", at, 10)),
  ...days(10).map((at) => shift("WKB", at, 10)),
  event("fee", {
    ...{ provider: "Meta", product: "third-party-messaging", amount: "1.50", currency: "USD" },
    ...{ at: day(4, 9), reference: null },
  }),
];

const limit = { product: "studio", quantity: "10", per: "user-month", provenance: "contract" };
const contractOf = (more: object = {}) =>
  read(
    parseContract({ account, currency: "USD", plan: [{ model: "active-user-hour" }], allowances: [limit], ...more }),
  );

function variantsOf(events: readonly FlexEvent[], contract = contractOf(), changed?: typeof contract): Variants {
  const named = [
    ...planVariants(contract, [may]),
    ...(changed === undefined ? [] : [{ id: "changed", contract: changed }]),
  ];
  const rated = named.map((one) => {
    const metered = [meter(events, { contract: one.contract, month: may })];
    return read(rateVariant(one, metered, { priceBook: book }));
  });
  return rated as unknown as readonly [Variant, ...Variant[]];
}

// WKA is on for 16 × 10 = 160 h, WKB for 10 × 10 = 100 h; Studio runs 30 times for WKA, 10 of them included.
// Hours: 260 × 1.00 + 20 × 0.10 = 262.00. Seats: 2 × 150.00 + 2.00 = 302.00. Users: 2 × 35.00 + 30 × 0.10 = 73.00.
test("each plan's total, its difference and other companies' fees once", () => {
  const compared = comparePlans(variantsOf(ended), noSavings);
  expect(compared.plans.map(({ id, totals }) => [id, totals["USD"]?.low, totals["USD"]?.high])).toEqual([
    ["agreed", "262.00", "262.00"],
    ["named-user", "302.00", "302.00"],
    ["user-plus-usage", "73.00", "73.00"],
  ]);
  expect(compared.plans.map(({ difference }) => difference)).toEqual([
    {},
    { USD: { low: "40.00", high: "40.00" } },
    { USD: { low: "-189.00", high: "-189.00" } },
  ]);
  expect(compared.thirdParty).toEqual({ USD: { low: "1.50", high: "1.50" } });
  expect(compared.cheapest).toEqual([{ month: "2025-05", plan: "user-plus-usage" }]);
  expect(compared.breakEven).toEqual([{ month: "2025-05", hours: "150", currency: "USD" }]);
});

// WKA costs 160.00 + 2.00 by hours and 150.00 + 2.00 by seat, so hours lose by 10.00; WKB costs 100.00 or 150.00.
test("above the break-even hours lose, below it the seat does", () => {
  const [agreed, named] = variantsOf(ended);
  const { plans } = comparePlans([agreed, named as Variant], noSavings);
  expect(plans.map(({ losers }) => losers.map(({ user, better, loss }) => [user, better, loss]))).toEqual([
    [["WKA", "named-user", "10.00"]],
    [["WKB", "agreed", "50.00"]],
  ]);
});

// Without a limit Studio's 30 may cost 0.00 to 3.00 under hours and, by another limit, under seats: 40.00 ± 3.00.
test("an unknown limit is a range, cancels under the same plan alone, and nobody loses by a guess", () => {
  const unknown = contractOf({ allowances: [] });
  const dearer = contractOf({ allowances: [], plan: [{ model: "active-user-hour", price: "1.10" }] });
  const { plans } = comparePlans(variantsOf(ended, unknown, dearer), noSavings);
  expect(plans.map(({ id, unknownLimits }) => [id, unknownLimits["USD"]?.low, unknownLimits["USD"]?.high])).toEqual([
    ["agreed", "0.00", "3.00"],
    ["named-user", "0.00", "3.00"],
    ["user-plus-usage", undefined, undefined],
    ["changed", "0.00", "3.00"],
  ]);
  const of = (id: string) => plans.find((plan) => plan.id === id)?.difference["USD"];
  expect(of("named-user")).toEqual({ low: "37.00", high: "43.00" });
  expect(of("changed")).toEqual({ low: "26.00", high: "26.00" });
});

test("a change of the contract that moves nothing is a difference of zero, with the digits of the currency", () => {
  const { plans } = comparePlans(
    variantsOf(ended, contractOf(), contractOf({ commitment: { monthlyMinimum: "1" } })),
    noSavings,
  );
  expect(plans.at(-1)?.difference).toEqual({ USD: { low: "0.00", high: "0.00" } });
  expect(plans.at(-1)?.changes).toEqual([]);
});

test("what differs is told by clause, the largest first", () => {
  const named = comparePlans(variantsOf(ended), noSavings).plans[1];
  expect(named?.changes.map(({ product, change, clauses }) => [product, change.low, ...clauses])).toEqual([
    ["flex-named-user", "300.00", "T-09"],
    ["flex-active-user-hour", "-260.00", "T-07", "T-08"],
  ]);
});

// WKB leaves at noon of the 15th, WKC came at nine: three seats for three hours. In order two would do: 150.00.
test("a seat that was added before another was removed that day could have been saved", () => {
  const swapped = [seat("WKA"), seat("WKB", "2025-01-01T00:00:00Z", day(15, 12)), seat("WKC", day(15, 9))];
  const saving = (events: readonly FlexEvent[], contract = contractOf()) =>
    seatSwapSaving(variantsOf(events, contract), events.filter(isSeatEvent));
  expect(saving(swapped)).toEqual({ seats: "1", amount: "150.00", currency: "USD" });
  const nextDay = [seat("WKA"), seat("WKB", "2025-01-01T00:00:00Z", day(15, 12)), seat("WKC", day(14, 9))];
  expect(saving(nextDay)?.seats).toBe("0");
  const committed = contractOf({ plan: [{ model: "named-user", committedUsers: "3" }] });
  expect(saving(swapped, committed)?.seats).toBe("0");
});

// On from midnight to midnight: 24 h − 12 h = 12 h at 1.00. Two shifts that touch are one stretch.
test("a forgotten logout costs the hours beyond the longest shift", () => {
  const saving = (events: readonly FlexEvent[]) =>
    forgottenLogoutSaving(variantsOf(events), events.filter(isPresenceEvent), {
      longestHours: decimal(12),
    });
  const whole = { users: 1, longestHours: "12", hours: "12", amount: "12.00", currency: "USD" };
  expect(saving([shift("WKA", 7, 24)])).toEqual(whole);
  const touching = event("presence", { user: "WKA", activity: "WA3", start: day(7, 10), end: day(8, 0) });
  expect(saving([shift("WKA", 7, 10), touching])).toEqual(whole);
  expect(saving([shift("WKA", 7, 12)])).toMatchObject({ users: 0, hours: "0", amount: "0.00" });
});

test("a user whom no event gives a seat is never said to be cheaper as a named user", () => {
  const { plans, unseated } = comparePlans(
    variantsOf([shift("WKA", 7, 24), ...days(14).map((at) => shift("WKA", at + 9, 12))]),
    noSavings,
  );
  expect(unseated).toEqual(["WKA"]);
  expect(plans[0]?.losers.map(({ better }) => better)).toEqual(["user-plus-usage"]);
});

test("a contract without a plan in the month carries its error, and the plans stand beside it", () => {
  const later = contractOf({ plan: [{ model: "active-user-hour", from: "2025-06-01" }] });
  const { plans } = comparePlans(variantsOf(ended, later), noSavings);
  expect(plans.map(({ id, errors }) => [id, ...errors])).toEqual([
    ["agreed", "plan.none"],
    ["active-user-hour"],
    ["named-user"],
    ["user-plus-usage"],
  ]);
});

test("amounts of two currencies are never added, and nobody loses across them", () => {
  const yen = contractOf({ currency: "JPY" });
  const { plans, cheapest } = comparePlans(variantsOf(ended, yen), noSavings);
  expect(Object.keys(plans[0]?.totals ?? {})).toEqual(["JPY", "USD"]);
  expect(plans.flatMap(({ losers }) => losers)).toEqual([]);
  expect(cheapest).toEqual([{ month: "2025-05", plan: null }]);
});

test("contracts that differ in price alone share their metering", () => {
  const one = contractOf();
  expect(meteringKey(one)).toBe(meteringKey(contractOf({ plan: [{ model: "named-user", price: "9" }], tax: [] })));
  const free = contractOf({ plan: [{ model: "active-user-hour", freeHours: "5" }] });
  expect(meteringKey(one)).not.toBe(meteringKey(free));
});

const counts = fc.record({ hours: fc.integer({ min: 1, max: 23 }), runs: fc.integer({ min: 1, max: 500 }) });

test("users' shares of a plan add up to its lines to the last unit", () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (users) => {
      const events = users.flatMap(({ hours, runs }, at) => [
        ...[seat(`WK${at}`), shift(`WK${at}`, 3, hours), studio(`WK${at}`, String(runs))],
      ]);
      for (const variant of variantsOf(events)) {
        const shares = [...userCosts(variant, "USD").values()].map(({ low }) => low);
        const lines = variant.invoices[0]?.charges.map(({ amount }) => decimal(amount.low)) ?? [];
        const whole = sum(lines);
        expect(formatDecimal(sum(shares), { places: 6 })).toBe(formatDecimal(whole, { places: 6 }));
      }
    }),
    { numRuns: 30, seed: 9 },
  );
});

test("text, table and picture say the same in both languages", () => {
  const compared = comparePlans(variantsOf(ended), noSavings);
  const english = renderComparisonText(compared);
  expect(english).toMatch(/As agreed \(Active User Hour\) +262\.00 USD\n/);
  expect(english).toMatch(/Named User +302\.00 USD +\+40\.00\n/);
  expect(english).toMatch(/Other companies' fees, the same under every plan and in no figure above: 1\.50\s+USD/);
  expect(renderComparisonText(compared, { language: "ja" })).toMatch(/指名ユーザー制 +302\.00 USD +\+40\.00\n/);
  expect([...csvTable(comparisonTable(compared))].join("")).toBe(
    'Plan,Model,Month,Currency,Low,High\nagreed,active-user-hour,2025-05,USD,262.00,262.00\nnamed-user,named-user,2025-05,USD,302.00,302.00\nuser-plus-usage,user-plus-usage,2025-05,USD,73.00,73.00\nthird-party,,"",USD,1.50,1.50\n',
  );
  const svg = renderComparisonSvg(compared, { language: "ja" });
  expect(svg.match(/<g>/g)).toHaveLength(3);
  expect(svg).toContain("指名ユーザー制, 2025-05: 302.00 USD");
  expect(svg).not.toMatch(/href|url\(|<script/);
});
