import { readdirSync, readFileSync } from "node:fs";
import { readYaml } from "@flexbill/documents";
import { describeIssue, formatDecimal } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { assumptionKeys, defaultAssumptions } from "./assumptions.ts";
import { parseContract } from "./parse-contract.ts";

const least = { account: "AC00000000000000000000000000000001", currency: "USD" };
const problems = (members: object) =>
  parseContract({ ...least, ...members }).issues.map(({ code, path, found }) => [code, path, found]);
const golden = new URL("../../../fixtures/golden/", import.meta.url);

describe("reading a contract", () => {
  test("what may be left out has its default", () => {
    const read = parseContract(least);
    expect(read.ok && read.value).toEqual({
      ...least,
      timeZone: "UTC",
      agreements: [],
      logoutActivity: [],
      plan: [],
      allowances: [],
      prices: { overrides: [] },
      tax: [],
      adjustments: [],
      facts: {},
      assumptions: defaultAssumptions("UTC"),
      set: [],
    });
  });

  test.each(readdirSync(golden).filter((name) => name.endsWith(".json")))(
    "the contract of %s is read without an issue",
    (name) => {
      const vector = JSON.parse(readFileSync(new URL(name, golden), "utf8")) as { contract: unknown };
      expect(parseContract(vector.contract)).toMatchObject({ ok: true, issues: [] });
    },
  );

  test("a support plan without a minimum has the minimum of zero, and a tax without a side is on all", () => {
    const read = parseContract({
      ...least,
      support: { plan: "production", percent: "0.04" },
      tax: [{ name: "VAT", percent: "0.1" }],
    });
    expect(read.ok && read.value.support && formatDecimal(read.value.support.minimum)).toBe("0");
    expect(read.ok && read.value.tax[0]?.on).toBe("all");
  });

  test("null is no commitment and no support plan", () => {
    const read = parseContract({ ...least, commitment: null, support: null });
    expect(read.ok && "commitment" in read.value).toBe(false);
    expect(read.ok && "support" in read.value).toBe(false);
  });

  test("the switches that the contract sets are listed in the order of the table", () => {
    const read = parseContract({
      ...least,
      assumptions: { "named.method": "distinct", "limits.pooling": "strict-per-user" },
    });
    expect(read.ok && read.value.set).toEqual(["limits.pooling", "named.method"]);
    expect(read.ok && read.value.assumptions["named.method"]).toBe("distinct");
    expect(read.ok && Object.keys(read.value.assumptions)).toEqual([...assumptionKeys]);
  });
});

describe("a bad contract", () => {
  test("every mistake of a file is named with line, column, found and wanted, in the order of the text", () => {
    const text = [
      "account: AC1",
      "currency: DOLLARS",
      "timeZone: UTC",
      "plan:",
      "  - { model: active-user-hour, from: 2025-04-01, price: 1.00, committedUsers: '5' }",
      "  - { model: named-users, from: 2025-04-01 }",
      "allowances:",
      "  - { product: taskroutr, quantity: '1', per: user-month }",
      "  - { product: sms-outbound, quantity: NaN, per: user-month }",
      "prices: { overrides: [{ product: studio, unit: engagement }] }",
      "assumptions: { limits.poling: x, billing.timeZone: Asia/Tokyo, named.method: peek }",
      "colour: red",
    ].join("\n");
    const read = readYaml(text, { file: "flexbill.yaml" });
    const parsed = read.ok ? parseContract(read.value) : read;
    expect(parsed.ok).toBe(false);
    expect(parsed.issues.map(({ code, path, at }) => [code, path, at?.line, at?.column])).toEqual([
      ["schema.currency", "/currency", 2, 11],
      ["schema.decimal", "/plan/0/price", 5, 57],
      ["schema.plan-member", "/plan/0/committedUsers", 5, 79],
      ["schema.value", "/plan/1/model", 6, 14],
      ["schema.duplicate-from", "/plan/1/from", 6, 33],
      ["schema.unknown-product", "/allowances/0/product", 8, 16],
      ["schema.allowance-product", "/allowances/1/product", 9, 16],
      ["schema.decimal", "/allowances/1/quantity", 9, 40],
      ["schema.price-or-tiers", "/prices/overrides/0", 10, 23],
      ["schema.unknown-assumption", "/assumptions/limits.poling", 11, 16],
      ["schema.time-zone-differs", "/assumptions/billing.timeZone", 11, 52],
      ["schema.value", "/assumptions/named.method", 11, 78],
      ["unknown-member", "/colour", 12, 1],
    ]);
  });

  test("the nearest name is suggested in both languages", () => {
    const [found] = parseContract({
      ...least,
      allowances: [{ product: "taskroutr", quantity: "1", per: "user-month" }],
    }).issues;
    expect(found && describeIssue(found, "en")).toContain("taskrouter");
    expect(found && describeIssue(found, "ja")).toContain("taskrouter");
  });

  test.each(["active-hour", "project-month"])(
    "two allowances of one product from one day are a mistake, %s too",
    (per) => {
      const entry = { product: "studio", quantity: "1", per: "user-month", from: "2025-05-01" };
      expect(problems({ allowances: [entry, { ...entry, per }] })).toEqual([
        ["schema.duplicate-from", "/allowances/1/from", "2025-05-01"],
      ]);
      expect(problems({ allowances: [entry, { ...entry, product: "proxy" }] })).toEqual([]);
    },
  );

  test("two entries without a beginning begin together", () => {
    expect(problems({ plan: [{ model: "named-user" }, { model: "named-user" }] })).toEqual([
      ["schema.duplicate-from", "/plan/1", undefined],
    ]);
  });

  test("one instant written in two ways is one beginning", () => {
    const logoutActivity = [
      { activity: "WA1", from: "2025-05-01T00:00:00Z" },
      { activity: "WA2", from: "2025-05-01T09:00:00+09:00" },
    ];
    expect(problems({ logoutActivity })).toEqual([
      ["schema.duplicate-from", "/logoutActivity/1/from", "2025-05-01T09:00:00+09:00"],
    ]);
  });

  test("taxes of two names may begin together, of one name not", () => {
    const tax = [
      { name: "a", percent: "0.1" },
      { name: "b", percent: "0.1" },
      { name: "a", percent: "0.2" },
    ];
    expect(problems({ tax })).toEqual([["schema.duplicate-from", "/tax/2", undefined]]);
  });

  test.each([
    ["NaN", "schema.decimal"],
    ["1e400", "schema.decimal-size"],
    ["０", "schema.decimal"],
    ["-1", "schema.decimal-negative"],
  ])("a quantity of %s is refused as %s", (quantity, code) => {
    expect(problems({ allowances: [{ product: "studio", quantity, per: "user-month" }] })).toEqual([
      [code, "/allowances/0/quantity", quantity],
    ]);
  });

  test("a month that does not exist and a currency that does not exist are refused", () => {
    expect(problems({ adjustments: [{ amount: "-1", month: "2025-13", currency: "usd" }] })).toEqual([
      ["schema.currency", "/adjustments/0/currency", "usd"],
      ["schema.month", "/adjustments/0/month", "2025-13"],
    ]);
  });

  test("free hours belong to active-user-hour, committed users to named-user", () => {
    expect(problems({ plan: [{ model: "named-user", freeHours: "1", committedUsers: "1" }] })).toEqual([
      ["schema.plan-member", "/plan/0/freeHours", "named-user"],
    ]);
    expect(problems({ plan: [{ model: "user-plus-usage", freeHours: "1", committedUsers: "1" }] })).toHaveLength(2);
    expect(problems({ plan: [{ model: "active-user-hour", freeHours: "1" }] })).toEqual([]);
  });

  test("committed users may be a whole number or a decimal text, and nothing else", () => {
    const plan = (committedUsers: unknown) => ({ plan: [{ model: "named-user", committedUsers }] });
    expect(problems(plan(5))).toEqual([]);
    expect(problems(plan("5"))).toEqual([]);
    expect(problems(plan(-1)).map(([, path]) => path)).toEqual(["/plan/0/committedUsers"]);
    expect(problems(plan("five")).map(([, path]) => path)).toEqual(["/plan/0/committedUsers"]);
  });

  test("the time zone may be repeated as an assumption, and no other one given", () => {
    expect(problems({ timeZone: "Asia/Tokyo", assumptions: { "billing.timeZone": "Asia/Tokyo" } })).toEqual([]);
    expect(problems({ assumptions: { "billing.timeZone": "Asia/Tokyo" } })).toEqual([
      ["schema.time-zone-differs", "/assumptions/billing.timeZone", "Asia/Tokyo"],
    ]);
  });

  test("another major of the schema is refused", () => {
    expect(problems({ schema: "flexbill.contract/2" })).toEqual([["schema.version", "/schema", "flexbill.contract/2"]]);
    expect(problems({ schema: "flexbill.contract/1" })).toEqual([]);
  });

  test("no contract at all is one problem", () => {
    expect(parseContract([]).issues.map(({ code, path }) => [code, path])).toEqual([["schema.type", ""]]);
    expect(parseContract(undefined).issues.map(({ code, path }) => [code, path])).toEqual([["schema.missing", ""]]);
  });

  test("a fact of the wrong kind is refused, an unknown one told", () => {
    expect(problems({ facts: { insightsLastUsed: "2025-02-30", weather: "fine" } })).toEqual([
      ["schema.date", "/facts/insightsLastUsed", "2025-02-30"],
      ["unknown-member", "/facts/weather", "weather"],
    ]);
  });
});
