import fc from "fast-check";
import type { Adjustment, Allowance, Contract, PlanEntry, SupportPlan, Tax } from "../request.ts";
import { dated, days, instants, type Setting } from "./moments.ts";
import { currencies, priceLists, prices, standardDrawn } from "./prices.ts";

export const account = "AC00000000000000000000000000000001";
export const logoutActivities = ["WA00000000000000000000000000000001", "WA00000000000000000000000000000002"] as const;

function plans(setting: Setting): fc.Arbitrary<readonly PlanEntry[]> {
  const price = fc.option(prices, { nil: undefined });
  const withPrice = <Entry extends PlanEntry>(entries: fc.Arbitrary<Entry>): fc.Arbitrary<PlanEntry> =>
    fc.tuple(entries, price).map(([entry, given]) => (given === undefined ? entry : { ...entry, price: given }));
  const byHour = fc.record(
    { model: fc.constant("active-user-hour" as const), freeHours: fc.constantFrom("0", "1", "2.5", "9", "1000") },
    { requiredKeys: ["model"] },
  );
  const byName = fc.record(
    { model: fc.constant("named-user" as const), committedUsers: fc.constantFrom("0", "1", "2", "5") },
    { requiredKeys: ["model"] },
  );
  const byUsage = fc.record({ model: fc.constant("user-plus-usage" as const) });
  const entry = fc.oneof(
    { weight: 4, arbitrary: withPrice(byHour) },
    { weight: 3, arbitrary: withPrice(byName) },
    { weight: 2, arbitrary: withPrice(byUsage) },
  );
  return dated(entry, setting, 3);
}

function allowances(setting: Setting): fc.Arbitrary<readonly Allowance[]> {
  const terms = fc.record(
    {
      quantity: fc.constantFrom("0", "1", "2", "3", "5", "0.5", "60", "1e1", "100"),
      per: fc.constantFrom("user-month", "user-month", "active-hour", "project-month"),
      provenance: fc.constantFrom("contract", "support", "assumed"),
    },
    { requiredKeys: ["quantity", "per"] },
  );
  return fc
    .subarray([...standardDrawn], { minLength: 6 })
    .chain((chosen) => fc.tuple(...chosen.map((drawn) => ofProduct(drawn.product, dated(terms, setting, 2)))))
    .map((lists) => lists.flat());
}

function ofProduct(
  product: string,
  entries: fc.Arbitrary<readonly Omit<Allowance, "product">[]>,
): fc.Arbitrary<readonly Allowance[]> {
  return entries.map((list) => list.map((entry) => ({ product, ...entry })));
}

function logoutHistory(setting: Setting): fc.Arbitrary<NonNullable<Contract["logoutActivity"]>> {
  const [first, second] = logoutActivities;
  return fc.oneof(
    fc.constant([]),
    fc.constant([{ activity: first }]),
    instants(setting).map((from) => [{ activity: second, from }]),
    instants(setting).map((from) => [{ activity: second, from }, { activity: first }]),
  );
}

function taxes(setting: Setting): fc.Arbitrary<readonly Tax[]> {
  const terms = (on: Tax["on"]) => {
    const percent = fc.constantFrom("0.1", "0.0825", "0", "1e-1");
    return percent.map((given) => (on === undefined ? { percent: given } : { percent: given, on }));
  };
  const named = (name: string, on: Tax["on"]) =>
    fc.option(
      dated(terms(on), setting, 2).map((list) => list.map((entry): Tax => ({ name, ...entry }))),
      { nil: [], freq: 2 },
    );
  return fc
    .tuple(named("VAT", "all"), named("sales", "twilio"), named("telecom", "third-party"), named("city", undefined))
    .map((lists) => lists.flat());
}

function adjustments({ month }: Setting): fc.Arbitrary<readonly Adjustment[]> {
  const corrects = fc.constantFrom(
    null,
    "license/flex-active-user-hour",
    "2025-04/third-party/third-party-messaging/Zorbl",
    "third-party/carrier-fee/att/sms/outbound",
    "2025-04/tax/tax/VAT",
    "2025-04/usage/sms-outbound/US/local",
  );
  const months = fc.constantFrom(month, month, month, "2031-01");
  const adjustment = fc.record(
    {
      corrects,
      amount: fc.constantFrom("-1.00", "0.505", "-0.005", "0.015", "2.5", "0"),
      currency: currencies,
      reason: fc.constantFrom("late usage", "goodwill"),
      month: months,
    },
    { requiredKeys: ["corrects", "amount", "month"] },
  );
  return fc.oneof(fc.constant([]), fc.array(adjustment, { minLength: 1, maxLength: 4 }));
}

function supportPlans(setting: Setting): fc.Arbitrary<SupportPlan> {
  return fc.record(
    {
      plan: fc.constantFrom("production", "business"),
      percent: fc.constantFrom("0.04", "0.06", "0"),
      minimum: fc.constantFrom("0", "0.10", "250", "1.005"),
      from: days(setting),
    },
    { requiredKeys: ["plan", "percent"] },
  );
}

/** The switches of formats.md section 5, each mostly at its default. */
function assumptions({ zone }: Setting): fc.Arbitrary<NonNullable<Contract["assumptions"]>> {
  const switched = (value: string) => fc.constantFrom(value);
  const others = fc.record(
    {
      "billing.timeZone": switched(zone),
      "limits.pooling": fc.constantFrom("project-pool", "project-pool", "strict-per-user"),
      "limits.unattributed": fc.constantFrom("ignore", "ignore", "separate-bucket"),
      "overage.priceBook": fc.constantFrom("list", "list", "contract"),
      "overage.tierStart": fc.constantFrom("after-allowance", "after-allowance", "zero"),
      "overage.freeUnits": fc.constantFrom(true, true, false),
      "named.method": fc.constantFrom("distinct", "distinct", "peak"),
      "voice.connectivityPrice": fc.constantFrom("bundled", "bundled", "range"),
      "rounding.mode": fc.constantFrom("half-even", "half-up"),
    },
    { requiredKeys: [] },
  );
  return fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: others });
}

export function contracts(setting: Setting): fc.Arbitrary<Contract> {
  return fc.record(
    {
      account: fc.constant(account),
      currency: currencies,
      timeZone: fc.constant(setting.zone),
      logoutActivity: logoutHistory(setting),
      plan: plans(setting),
      allowances: fc.oneof(
        { withCrossShrink: true },
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 6, arbitrary: allowances(setting) },
      ),
      prices: priceLists(setting, { maxLength: 6 }).map((overrides) => ({ book: "twilio-us-2026-08", overrides })),
      commitment: fc.constantFrom(null, null, { monthlyMinimum: "1000.00" }, { monthlyMinimum: "1.005" }),
      support: fc.option(supportPlans(setting), { nil: null, freq: 2 }),
      tax: taxes(setting),
      adjustments: adjustments(setting),
      assumptions: assumptions(setting),
    },
    { requiredKeys: ["account", "currency", "timeZone", "logoutActivity", "plan", "allowances", "prices"] },
  );
}
