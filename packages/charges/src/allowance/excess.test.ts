import { describe, expect, test } from "vitest";
import { event, lines, present, rated, used } from "../../test/small-months.ts";

const task = (quantity: string, user: string | null, more: object = {}) =>
  used("taskrouter", "task", quantity, { user, ...more });
const allowance = (quantity: string, per = "user-month") => ({
  product: "taskrouter",
  quantity,
  per,
  provenance: "contract",
});
const priced = { product: "taskrouter", unit: "task", price: "0.1", currency: "USD" };
const tiered = {
  product: "taskrouter",
  unit: "task",
  free: "2",
  currency: "USD",
  tiers: [
    { upTo: "3", price: "1" },
    { upTo: "6", price: "0.1" },
  ],
};

/** Lines of the product alone, under an allowance and some switches. */
function excess(
  entry: object,
  events: readonly object[],
  assumptions: object = {},
  priceBook: readonly object[] = [priced],
) {
  return lines({ contract: { allowances: [entry], assumptions }, events, priceBook }).filter((line) =>
    line.includes("taskrouter"),
  );
}

describe("free units of the entry", () => {
  const free = [{ ...priced, free: "2" }];
  const switched = { "overage.freeUnits": true };
  const unknown = (assumptions: object) =>
    lines({ contract: { assumptions }, events: [present("WKa", 1), task("5", "WKa")], priceBook: free }).at(-1);

  test("are free in an excess only by choice: beyond an allowance, without a known one, and of nobody", () => {
    const beyond = [present("WKa", 1), task("5", "WKa")];
    expect(excess(allowance("1"), beyond, {}, free).at(-1)).toBe("overage/taskrouter 4 = 0.40");
    expect(excess(allowance("1"), beyond, switched, free).at(-1)).toBe("overage/taskrouter 4 = 0.20");
    expect(unknown({})).toBe("overage/taskrouter 5 = 0.00..0.50");
    expect(unknown(switched)).toBe("overage/taskrouter 5 = 0.00..0.30");
    const nobodys = [present("WKa", 1), task("5", null)];
    expect(excess(allowance("1"), nobodys, {}, free).at(-1)).toBe("overage/taskrouter/unattributed 5 = 0.00..0.50");
    expect(excess(allowance("1"), nobodys, switched, free).at(-1)).toBe(
      "overage/taskrouter/unattributed 5 = 0.00..0.30",
    );
  });
});

describe("the assumptions of an excess", () => {
  const beyond = [present("WKa", 1), task("5", "WKa")];
  const keysOf = (assumptions: object, events: readonly object[], priceBook: readonly object[]) => {
    const { charges } = rated({ contract: { allowances: [allowance("1")], assumptions }, events, priceBook });
    return charges.filter(({ product }) => product === "taskrouter").map(({ kind, assumptions: keys }) => [kind, keys]);
  };

  test("where the first tier starts matters for free units alone, once they are free in an excess", () => {
    const free = [{ ...priced, free: "2" }];
    expect(keysOf({ "overage.freeUnits": true }, beyond, free).at(-1)).toEqual([
      "overage",
      ["overage.tierStart", "overage.freeUnits"],
    ]);
    expect(keysOf({}, beyond, free).at(-1)).toEqual(["overage", ["overage.freeUnits"]]);
  });

  test("what is included shows its use and the price of nothing, and lists only users who had an allowance", () => {
    const events = [...beyond, task("1", "WKb")];
    const { charges } = rated({ contract: { allowances: [allowance("3")] }, events, priceBook: [priced] });
    const included = charges.find(({ kind }) => kind === "included");
    expect(included?.derivation.map(({ name, value }) => `${name} ${value}`)).toEqual([
      ...["included 3", "included-price 0", "amount 0", "low 0.00", "high 0.00"],
    ]);
    expect(included?.users).toEqual([{ user: "WKa", quantity: "3", allowance: "3", overage: "2" }]);
  });

  test("usage of nobody is told with the clause that is silent about it, counted or ignored", () => {
    const told = (assumptions: object) =>
      rated({
        contract: { allowances: [allowance("3")], assumptions },
        events: [task("1", null)],
        priceBook: [priced],
      }).issues.map(({ code, clause }) => `${code} ${clause}`);
    expect(told({})).toEqual(["usage.unattributed T-43"]);
    expect(told({ "limits.unattributed": "ignore" })).toEqual(["usage.unattributed-ignored T-43"]);
  });

  test("a line that gives usage to a new line names the switch, and one that only takes some does not", () => {
    const events = [present("WKa", 1), task("1", "WKa"), task("2", null)];
    expect(keysOf({ "limits.unattributed": "ignore" }, events, [priced])).toEqual([
      ["included", ["limits.unattributed"]],
    ]);
    const [included, unattributed] = keysOf({}, events, [priced]);
    expect(included).toEqual(["included", expect.not.arrayContaining(["limits.unattributed"])]);
    expect(unattributed).toEqual(["overage", expect.arrayContaining(["limits.unattributed"])]);
  });
});

describe("what an allowance covers", () => {
  const both = [present("WKa", 1), present("WKb", 2)];

  test("nothing moves between users, and a user without billable time has none", () => {
    const events = [present("WKa", 1), task("5", "WKa"), task("1", "WKb")];
    expect(excess(allowance("3"), events)).toEqual(["included/taskrouter 3 = 0.00", "overage/taskrouter 3 = 0.30"]);
    expect(excess(allowance("3"), [...both, task("5", "WKa"), task("1", "WKb")])).toEqual([
      "included/taskrouter 4 = 0.00",
      "overage/taskrouter 2 = 0.20",
    ]);
  });

  test("a user's hours multiply an allowance by the hour", () => {
    const events = [...both, task("5", "WKa"), task("5", "WKb")];
    expect(excess(allowance("2", "active-hour"), events)).toEqual([
      "included/taskrouter 6 = 0.00",
      "overage/taskrouter 4 = 0.40",
    ]);
  });

  test("usage of nobody costs between nothing and its list price, from the first tier on", () => {
    const events = [...both, task("5", "WKa"), task("4", null)];
    expect(excess(allowance("1"), events)).toEqual([
      "included/taskrouter 1 = 0.00",
      "overage/taskrouter 4 = 0.40",
      "overage/taskrouter/unattributed 4 = 0.00..0.40",
    ]);
    expect(excess(allowance("1"), events, {}, [tiered]).at(-1)).toBe("overage/taskrouter/unattributed 4 = 0.00..3.10");
    expect(excess(allowance("1"), events, { "overage.freeUnits": true }, [tiered]).at(-1)).toBe(
      "overage/taskrouter/unattributed 4 = 0.00..1.10",
    );
  });

  test("usage of nobody has a line in each currency, the one without a price in the contract's", () => {
    const by = (kind: string) => ({ dimensions: { kind } });
    const entries = [
      { ...priced, match: { kind: "a" } },
      { ...priced, match: { kind: "b" }, currency: "EUR" },
      { ...priced, match: { kind: "c" }, price: "1" },
    ];
    const events = [
      task("1", null, by("a")),
      task("2", null, by("b")),
      task("4", null, by("c")),
      task("8", null, by("d")),
    ];
    expect(excess(allowance("1"), events, {}, entries)).toEqual([
      "overage/taskrouter/unattributed 2 = 0.00..0.20 EUR",
      "overage/taskrouter/unattributed 13 = 0.00..?",
    ]);
  });

  test("by choice usage of nobody is included, uses nothing up, and says so", () => {
    const ignore = { "limits.unattributed": "ignore" };
    const events = [...both, task("5", "WKa"), task("4", null)];
    expect(excess(allowance("1"), events, ignore)).toEqual([
      "included/taskrouter 5 = 0.00",
      "overage/taskrouter 4 = 0.40",
    ]);
    expect(excess(allowance("3", "project-month"), events, ignore)).toEqual([
      "included/taskrouter 7 = 0.00",
      "overage/taskrouter 2 = 0.20",
    ]);
    const { issues } = rated({
      contract: { allowances: [allowance("1")], assumptions: ignore },
      events,
      priceBook: [priced],
    });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(["usage.unattributed-ignored /charges/1"]);
  });

  test("a pool takes all usage, of users and of nobody", () => {
    const events = [...both, task("5", "WKa"), task("4", null), task("1", "WKc")];
    expect(excess(allowance("7", "project-month"), events)).toEqual([
      "included/taskrouter 7 = 0.00",
      "overage/taskrouter 3 = 0.30",
    ]);
    const pool = { "limits.pooling": "project-pool" };
    expect(excess(allowance("3"), events, pool)).toEqual([
      "included/taskrouter 6 = 0.00",
      "overage/taskrouter 4 = 0.40",
    ]);
    expect(excess(allowance("3", "active-hour"), events, pool)).toEqual([
      "included/taskrouter 9 = 0.00",
      "overage/taskrouter 1 = 0.10",
    ]);
  });

  test("under named users a seat of one day entitles, hours without a seat do not", () => {
    const seat = event("seat", { user: "WKa", start: "2025-05-31T00:00:00Z", end: null });
    const contract = (per: string) => ({
      plan: [{ model: "named-user", price: "150" }],
      allowances: [allowance("3", per)],
    });
    const events = [seat, present("WKb", 2), task("5", "WKa"), task("5", "WKb")];
    const tasks = (per: string) =>
      lines({ contract: contract(per), events, priceBook: [priced] }).filter((line) => line.includes("task"));
    expect(tasks("user-month")).toEqual(["included/taskrouter 3 = 0.00", "overage/taskrouter 7 = 0.70"]);
    expect(tasks("active-hour")).toEqual(["overage/taskrouter 10 = 1.00"]);
  });

  test("one allowance covers rows of several rates in the order of the rows", () => {
    const by = (kind: string) => ({ dimensions: { kind } });
    const entries = [
      { ...priced, match: { kind: "a" } },
      { ...priced, match: { kind: "b" }, price: "1" },
    ];
    const events = [present("WKa", 1), task("4", "WKa", by("b")), task("2", "WKa", by("a"))];
    expect(excess(allowance("3"), events, {}, entries)).toEqual([
      "included/taskrouter 3 = 0.00",
      "overage/taskrouter/b 3 = 3.00",
    ]);
  });

  test("tells each user's share, allowance and overage", () => {
    const events = [...both, task("5", "WKa"), task("2", "WKb")];
    const { charges } = rated({ contract: { allowances: [allowance("3")] }, events, priceBook: [priced] });
    expect(charges.find(({ kind }) => kind === "included")?.users).toEqual([
      { user: "WKa", quantity: "3", allowance: "3", overage: "2" },
      { user: "WKb", quantity: "2", allowance: "3", overage: "0" },
    ]);
    expect(charges.find(({ kind }) => kind === "overage")?.users).toEqual([
      { user: "WKa", quantity: "2", allowance: "3", overage: "2" },
    ]);
  });
});

describe("where the overage's tiers begin", () => {
  const events = [present("WKa", 1), task("6", "WKa")];

  test("at the first unit over, without free units: 3 × 1 + 1 × 0.1", () => {
    expect(excess(allowance("2"), events, {}, [tiered]).at(-1)).toBe("overage/taskrouter 4 = 3.10");
  });

  test("or after the allowance: 1 × 1 + 3 × 0.1", () => {
    expect(excess(allowance("2"), events, { "overage.tierStart": "after-allowance" }, [tiered]).at(-1)).toBe(
      "overage/taskrouter 4 = 1.30",
    );
  });

  test("free units count at their absolute positions: of the four over, none is below 2", () => {
    const switches = { "overage.tierStart": "after-allowance", "overage.freeUnits": true };
    expect(excess(allowance("2"), events, switches, [tiered]).at(-1)).toBe("overage/taskrouter 4 = 1.30");
    expect(excess(allowance("1"), events, switches, [tiered]).at(-1)).toBe("overage/taskrouter 5 = 1.30");
    expect(excess(allowance("2"), events, { "overage.freeUnits": true }, [tiered]).at(-1)).toBe(
      "overage/taskrouter 4 = 1.10",
    );
  });

  test("usage taken out by choice moves no position", () => {
    const switches = { "overage.tierStart": "after-allowance", "limits.unattributed": "ignore" };
    expect(excess(allowance("2"), [...events, task("50", null)], switches, [tiered]).at(-1)).toBe(
      "overage/taskrouter 4 = 1.30",
    );
  });

  test("beyond the last tier no price is known: what is priced is certain", () => {
    expect(excess(allowance("1"), [present("WKa", 1), task("9", "WKa")], {}, [tiered]).at(-1)).toBe(
      "overage/taskrouter 8 = 3.30..?",
    );
  });
});

describe("an allowance that is not known", () => {
  test("gives a range over all usage, and one issue for all such products", () => {
    const events = [
      present("WKa", 1),
      task("5", "WKa"),
      task("1", null),
      used("studio", "engagement", "1"),
      used("video", "participant-minute", "1"),
    ];
    const small = { events, priceBook: [priced, { product: "video", unit: "participant-minute", price: "0.004" }] };
    expect(lines(small).slice(1)).toEqual([
      "overage/studio 1 = 0.00..?",
      "overage/taskrouter 6 = 0.00..0.60",
      "overage/video 1 = 0.00",
    ]);
    const unknown = rated(small).issues.filter(({ code }) => code === "limit.unknown");
    expect(unknown).toMatchObject([{ path: "/allowances", clause: "T-41", found: "studio, taskrouter, video" }]);
  });

  test("is not asked for where nothing is included", () => {
    const contract = { plan: [{ model: "user-plus-usage", price: "35" }], allowances: [allowance("3")] };
    expect(lines({ contract, events: [task("5", "WKa")], priceBook: [priced] }).at(-1)).toBe(
      "usage/taskrouter 5 = 0.50",
    );
    expect(rated({ contract, events: [task("5", "WKa")], priceBook: [priced] }).issues).toEqual([]);
  });

  test("an allowance without provenance is pointed at", () => {
    const allowances = [
      { product: "studio", quantity: "1", per: "user-month" },
      { ...allowance("3"), provenance: undefined },
    ];
    const { issues } = rated({
      contract: { allowances: JSON.parse(JSON.stringify(allowances)) },
      events: [present("WKa", 1), task("1", "WKa")],
    });
    expect(issues).toMatchObject([
      { code: "limit.provenance-missing", path: "/allowances/1", clause: "T-44", found: "taskrouter" },
    ]);
  });
});
