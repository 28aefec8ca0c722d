import { describe, expect, test } from "vitest";
import { event, lines, present, rated, used } from "../test/small-months.ts";

const plan = (entry: object) => ({ plan: [entry] });
const seat = (user: string, end: string | null = null) => event("seat", { user, start: "2025-05-01T00:00:00Z", end });
const tiered = {
  product: "flex-named-user",
  unit: "user",
  currency: "USD",
  tiers: [
    { upTo: "2", price: "100" },
    { upTo: "3", price: "80" },
  ],
};

describe("a licence", () => {
  test("of active user hours is the hours of all users times the price, and adds what a usage event says", () => {
    const events = [present("WKa", 2), present("WKb", 3), used("flex-active-user-hour", "hour", "0.5")];
    expect(lines({ events })).toEqual(["license/flex-active-user-hour 5.5 = 5.50"]);
  });

  test("stays on the invoice at nothing, with an unknown upper end where there is no price", () => {
    expect(lines({})).toEqual(["license/flex-active-user-hour 0 = 0.00"]);
    const unpriced = rated({ contract: plan({ model: "user-plus-usage" }) });
    expect(unpriced.charges.map(({ amount }) => amount)).toEqual([{ low: "0.00", high: null }]);
    expect(unpriced.issues.map(({ code, path }) => [code, path])).toEqual([["price.missing", "/charges/0"]]);
  });

  test("of named users is the peak, or what is committed where that is more", () => {
    const events = [seat("WKa"), seat("WKb")];
    expect(lines({ contract: plan({ model: "named-user", price: "150" }), events })).toEqual([
      "license/flex-named-user 2 = 300.00",
    ]);
    const committed = { contract: plan({ model: "named-user", price: "150", committedUsers: "5" }), events };
    expect(lines(committed)).toEqual(["license/flex-named-user 5 = 750.00"]);
    expect(rated(committed).charges[0]?.derivation.map(({ name, op, value }) => `${name} ${op} ${value}`)).toEqual([
      "users input 2",
      "committed input 5",
      "quantity max 5",
      "price input 150",
      "amount multiply 750",
      "low round 750.00",
      "high round 750.00",
    ]);
    expect(lines({ ...committed, contract: plan({ model: "named-user", price: "150", committedUsers: "1" }) })).toEqual(
      ["license/flex-named-user 2 = 300.00"],
    );
  });

  test("of committed users fills up at the price of users without a name for it, beside what a usage event says", () => {
    const entry = (price: string, match: object = {}) => ({ product: "flex-named-user", unit: "user", price, match });
    const priceBook = [entry("100"), entry("50", { country: "DE" })];
    const german = used("flex-named-user", "user", "3", { dimensions: { country: "DE" } });
    const committed = (committedUsers: string, events: readonly object[]) =>
      lines({ contract: plan({ model: "named-user", committedUsers }), events, priceBook });
    expect(committed("10", [seat("WKa"), seat("WKb"), german])).toEqual([
      "license/flex-named-user 7 = 700.00",
      "license/flex-named-user/DE 3 = 150.00",
    ]);
    expect(committed("5", [german])).toEqual([
      "license/flex-named-user 2 = 200.00",
      "license/flex-named-user/DE 3 = 150.00",
    ]);
    expect(committed("3", [german])).toEqual(["license/flex-named-user/DE 3 = 150.00"]);
  });

  test("of named users names the way of counting exactly where the other way moves its money", () => {
    const during = (user: string, start: string, end: string) =>
      event("seat", { user, start: `2025-05-${start}T00:00:00Z`, end: `2025-05-${end}T00:00:00Z` });
    const events = [during("WKa", "01", "31"), during("WKb", "01", "10"), during("WKc", "20", "31")];
    const keys = (committedUsers: string, assumptions: object = {}) =>
      rated({ contract: { ...plan({ model: "named-user", price: "100", committedUsers }), assumptions }, events })
        .charges[0]?.assumptions;
    expect(keys("2")).toEqual(["named.method"]);
    expect(keys("3")).toEqual([]);
    expect(keys("2", { "named.method": "distinct" })).toEqual(["named.method"]);
    expect(keys("3", { "named.method": "distinct" })).toEqual([]);
  });

  test("at the book's price is priced by its tiers, and in the book's currency", () => {
    const book = { ...tiered, currency: "EUR" };
    const events = [seat("WKa"), seat("WKb"), seat("WKc")];
    expect(lines({ contract: plan({ model: "named-user" }), events, priceBook: [book] })).toEqual([
      "license/flex-named-user 3 = 280.00 EUR",
    ]);
    expect(
      lines({ contract: plan({ model: "named-user", committedUsers: "4" }), events, priceBook: [tiered] }),
    ).toEqual(["license/flex-named-user 4 = 280.00..?"]);
  });

  test("lists the hours of each user, and the source of its price", () => {
    const [license] = rated({ events: [present("WKb", 3), present("WKa", 2)] }).charges;
    expect(license?.users).toEqual([
      { user: "WKa", quantity: "2", allowance: null, overage: null },
      { user: "WKb", quantity: "3", allowance: null, overage: null },
    ]);
    expect(license).toMatchObject({
      unitPrice: "1.00",
      payee: "Twilio",
      clauses: ["T-07", "T-08"],
      prices: [{ list: "plan", price: "1.00" }],
    });
  });

  test("is none where no plan is in force, and the plan is null", () => {
    const none = rated({ contract: { plan: [{ model: "named-user", from: "2025-05-02" }] }, events: [seat("WKa")] });
    expect(none).toMatchObject({ plan: null, charges: [] });
    expect(none.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "plan.changed-mid-month /plan/0",
      "plan.none /plan",
    ]);
  });
});
