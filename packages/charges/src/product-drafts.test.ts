import { describe, expect, test } from "vitest";
import { event, fee, lines, present, rated, used } from "../test/small-months.ts";

const perMinute = (product: string, price: string, more: object = {}) => ({
  product,
  unit: "minute",
  price,
  currency: "USD",
  ...more,
});
const sip = (peer: string, seconds: string, user: string | null = null) => {
  const leg = { call: `CA${peer}`, leg: "sip", direction: "inbound", country: null, numberType: null, peer };
  return event("call-leg", { ...leg, start: "2025-05-06T10:00:00Z", seconds, status: "completed", user });
};
const pstn = (minutes: string) => used("pstn-voice-inbound", "minute", minutes, { dimensions: { country: "US" } });
const noPlan = { plan: [] };

describe("usage that no plan includes", () => {
  test("is at list price, free units included in the quantity", () => {
    const entry = { product: "lookup", unit: "request", price: "0.5", free: "2" };
    expect(lines({ events: [used("lookup", "request", "5")], priceBook: [entry] }).at(-1)).toBe(
      "usage/lookup 5 = 1.50",
    );
    expect(lines({ events: [used("lookup", "request", "2")], priceBook: [entry] }).at(-1)).toBe(
      "usage/lookup 2 = 0.00",
    );
  });

  test("rows that find one entry are priced together, and what finds none is a line of its own rate", () => {
    const entry = {
      product: "lookup",
      unit: "request",
      match: { country: "US" },
      tiers: [{ upTo: "3", price: "1" }, { price: "0.1" }],
    };
    const by = (country: string, type: string) => ({ dimensions: { country, type } });
    const events = [
      used("lookup", "request", "2", by("US", "a")),
      used("lookup", "request", "2", by("US", "b")),
      used("lookup", "request", "1", by("GB", "a")),
    ];
    expect(lines({ events, priceBook: [entry] }).slice(1)).toEqual([
      "usage/lookup 1 = 0.00..?",
      "usage/lookup/US 4 = 3.10",
    ]);
    const sources = rated({ events, priceBook: [entry] })
      .charges.at(-1)
      ?.derivation.flatMap(({ source }) => source ?? []);
    expect(new Set(sources)).toEqual(new Set(["book/lookup/US"]));
  });

  test("what falls on the same key is added up before it is rounded, and the unit is the first row's", () => {
    const entry = (unit: string) => ({ product: "lookup", unit, price: "0.004" });
    const events = [used("lookup", "call", "1"), used("lookup", "request", "1")];
    const invoice = rated({ events, priceBook: [entry("call"), entry("request")] });
    expect(invoice.charges.at(-1)).toMatchObject({
      id: "usage/lookup",
      quantity: "2",
      unit: "call",
      unitPrice: null,
      amount: { low: "0.01", high: "0.01" },
    });
    expect(invoice.charges.at(-1)?.prices).toHaveLength(2);
  });

  test("PSTN minutes at the book's price are a range under fair-usage plans, certain elsewhere and at one's own price", () => {
    const priceBook = [perMinute("pstn-voice-inbound", "0.1")];
    const range = { events: [pstn("5")], priceBook };
    expect(lines(range).at(-1)).toBe("usage/pstn-voice-inbound 5 = 0.00..0.50");
    expect(lines({ ...range, contract: { assumptions: { "voice.connectivityPrice": "bundled" } } }).at(-1)).toBe(
      "usage/pstn-voice-inbound 5 = 0.50",
    );
    expect(lines({ ...range, contract: noPlan })).toEqual(["usage/pstn-voice-inbound 5 = 0.50"]);
    expect(
      lines({ ...range, contract: { prices: { overrides: [perMinute("pstn-voice-inbound", "0.2")] } } }).at(-1),
    ).toBe("usage/pstn-voice-inbound 5 = 1.00");
  });

  test("the connectivity assumption is told wherever PSTN minutes were priced under a fair-usage plan", () => {
    const keys = (contract: object, priceBook: readonly object[]) =>
      rated({ contract, events: [pstn("5")], priceBook }).assumptions.map(({ key }) => key);
    const priceBook = [perMinute("pstn-voice-inbound", "0.1")];
    expect(keys({}, priceBook)).toEqual(["billing.timeZone", "voice.connectivityPrice"]);
    expect(keys({ prices: { overrides: [perMinute("pstn-voice-inbound", "0.2")] } }, [])).toContain(
      "voice.connectivityPrice",
    );
    expect(keys({}, [])).toEqual(["billing.timeZone"]);
    expect(keys(noPlan, priceBook)).toEqual(["billing.timeZone"]);
  });

  test("the voice platform is no line where voice is bundled", () => {
    const events = [sip("customer-equipment", "61")];
    const priceBook = [perMinute("sip-interface", "0.1"), perMinute("programmable-voice-platform", "9")];
    expect(lines({ contract: noPlan, events, priceBook })).toEqual(["usage/sip-interface 2 = 0.20"]);
    expect(lines({ events, priceBook }).slice(1)).toEqual([
      "overage/programmable-voice-platform 2 = 0.00..18.00",
      "overage/sip-interface 2 = 0.00..0.20",
    ]);
  });

  test("users and seats are never usage, whatever the plan", () => {
    const events = [present("WKa", 1), event("seat", { user: "WKa", start: "2025-05-01T00:00:00Z", end: null })];
    expect(lines({ contract: noPlan, events })).toEqual([]);
  });
});

describe("prices of the contract's own", () => {
  test("two that fit equally well are an issue, whatever the book says", () => {
    const entry = { product: "lookup", unit: "request", price: "1" };
    const overrides = [
      { ...entry, match: { country: "US" } },
      { ...entry, match: { type: "name" } },
    ];
    const events = [used("lookup", "request", "1", { dimensions: { country: "US", type: "name" } })];
    expect(() => lines({ contract: { prices: { overrides } }, events, priceBook: [entry] })).toThrow(
      "schema.price-ambiguous",
    );
  });

  test("one value of two dimensions is two different rows", () => {
    const entry = (match: object, price: string) => ({ product: "lookup", unit: "request", match, price });
    const priceBook = [entry({ country: "X" }, "1"), entry({ type: "X" }, "2")];
    const events = [
      used("lookup", "request", "1", { dimensions: { country: "X" } }),
      used("lookup", "request", "1", { dimensions: { type: "X" } }),
    ];
    expect(lines({ contract: noPlan, events, priceBook })).toEqual(["usage/lookup/X 2 = 3.00"]);
  });
});

describe("third parties' fees", () => {
  test("a provider and currency is one line, rounded once, with the provider as payee", () => {
    const { charges } = rated({
      events: [fee("Telco", "0.004"), fee("Telco", "0.004"), fee("Telco", "0.004", "EUR")],
      contract: noPlan,
    });
    expect(charges).toMatchObject([
      { id: "third-party/third-party-voice/Telco", currency: "EUR", quantity: "1", amount: { low: "0.00" } },
      {
        id: "third-party/third-party-voice/Telco",
        currency: "USD",
        quantity: "2",
        payee: "Telco",
        amount: { low: "0.01", high: "0.01" },
      },
    ]);
  });

  test("a carrier's fee is by the book, whose carriers are the payees", () => {
    const sms = (carrier: string) =>
      event("message", {
        message: `SM${carrier}`,
        channel: "sms",
        direction: "outbound",
        at: "2025-05-06T10:00:00Z",
        segments: "2",
        country: "US",
        numberType: "local",
        carrier,
        provider: null,
        user: null,
        customer: null,
        conversation: null,
      });
    const entry = { product: "carrier-fee", unit: "segment", price: "0.003" };
    const free = { ...entry, price: "1", free: "3" };
    expect(lines({ contract: noPlan, events: [sms("att"), sms("verizon")], priceBook: [free] }).at(-1)).toBe(
      "third-party/carrier-fee 4 = 1.00",
    );
    const carriers = rated({ contract: noPlan, events: [sms("verizon"), sms("att")], priceBook: [entry] }).charges.at(
      -1,
    );
    expect(carriers).toMatchObject({
      id: "third-party/carrier-fee",
      quantity: "4",
      payee: "att, verizon",
      amount: { low: "0.01", high: "0.01" },
    });
  });
});

describe("SIP over another carrier", () => {
  const events = [sip("third-party-carrier", "150"), sip("customer-equipment", "60")];

  test("may cost extra under every plan, and stays where it was", () => {
    const priceBook = [perMinute("sip-interface", "0.1"), perMinute("sip-third-party-pstn", "0.01", { free: "100" })];
    expect(lines({ contract: noPlan, events, priceBook })).toEqual([
      "usage/sip-interface 4 = 0.40",
      "surcharge/sip-third-party-pstn 3 = 0.00..0.03",
    ]);
    const { issues } = rated({ contract: noPlan, events, priceBook });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "plan.none /plan",
      "sip.carrier-route /charges/1",
    ]);
    expect(issues.map(({ clause }) => clause)).toEqual(["T-10", "T-40"]);
  });

  test("has no upper end where nobody knows the extra price", () => {
    expect(lines({ contract: noPlan, events }).at(-1)).toBe("surcharge/sip-third-party-pstn 3 = 0.00..?");
  });
});

describe("use that is no contact-centre use", () => {
  const allowances = [{ product: "studio", quantity: "3", per: "user-month", provenance: "contract" }];
  const studio = (quantity: string, useCase: string, more: object = {}) =>
    used("studio", "engagement", quantity, { user: "WKa", useCase, ...more });
  const priceBook = [
    { product: "studio", unit: "engagement", free: "1", tiers: [{ upTo: "1", price: "5" }, { price: "1" }] },
  ];

  test("may be charged as far as it was included, from the first tier on, without free units", () => {
    const events = [present("WKa", 1), studio("2", "contact-center"), studio("2", "marketing"), studio("1", "other")];
    expect(lines({ contract: { allowances }, events, priceBook }).slice(1)).toEqual([
      "included/studio 3 = 0.00",
      "overage/studio 2 = 6.00",
      "breach/studio 3 = 0.00..7.00",
    ]);
    const breach = rated({ contract: { allowances }, events, priceBook }).charges.at(-1);
    expect(breach?.clauses).toEqual(["T-25", "T-45", "T-46", "T-47", "T-48"]);
  });

  test("cites the general rule for other use, and the examples of the terms for marketing and passwords", () => {
    const clauses = (useCase: string) => {
      const events = [present("WKa", 1), studio("1", useCase)];
      return rated({ contract: { allowances }, events, priceBook }).charges.at(-1)?.clauses.slice(1);
    };
    expect(clauses("marketing")).toEqual(["T-45", "T-47", "T-48"]);
    expect(clauses("otp")).toEqual(["T-45", "T-47", "T-48"]);
    expect(clauses("other")).toEqual(["T-45", "T-46", "T-48"]);
  });

  test("lists the users whose use was included, in the order of the rows and no further", () => {
    const events = [
      ...[present("WKa", 1), present("WKb", 1)],
      ...[studio("7", "marketing"), studio("2", "marketing", { user: "WKb" })],
    ];
    const breach = rated({ contract: { allowances }, events, priceBook }).charges.at(-1);
    expect(breach).toMatchObject({ kind: "breach", quantity: "5", users: [{ user: "WKa", quantity: "5" }] });
  });

  test("is told even where no line comes of it", () => {
    const issues = (contract: object) =>
      rated({ contract, events: [present("WKa", 1), studio("1", "otp")], priceBook }).issues;
    expect(issues({ allowances: [{ ...allowances[0], quantity: "0" }] })).toMatchObject([
      { code: "use.ineligible", path: "/charges/1", found: "studio" },
    ]);
    expect(issues({}).map(({ code }) => code)).toEqual(["limit.unknown", "use.ineligible"]);
    expect(issues({ plan: [{ model: "user-plus-usage", price: "1" }] })).toEqual([]);
  });

  test("counts ignored usage of nobody too", () => {
    const contract = { allowances, assumptions: { "limits.unattributed": "ignore" } };
    const events = [present("WKa", 1), studio("2", "marketing", { user: null })];
    expect(lines({ contract, events, priceBook }).at(-1)).toBe("breach/studio 2 = 0.00..6.00");
  });

  test("is priced by the book alone, as overage is, where the contract chooses so", () => {
    const overrides = [{ product: "studio", unit: "engagement", price: "0.5" }];
    const contract = (assumptions: object) => ({ allowances, prices: { overrides }, assumptions });
    const events = [present("WKa", 1), studio("4", "marketing")];
    expect(lines({ contract: contract({}), events, priceBook }).slice(2)).toEqual([
      "overage/studio 1 = 0.50",
      "breach/studio 3 = 0.00..1.50",
    ]);
    expect(lines({ contract: contract({ "overage.priceBook": "list" }), events, priceBook }).slice(2)).toEqual([
      "overage/studio 1 = 5.00",
      "breach/studio 3 = 0.00..7.00",
    ]);
  });
});
