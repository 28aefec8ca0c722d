import { describe, expect, test } from "vitest";
import { account, contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("good.ndjson", `${presence("1")}\n`);
const patient = { timeout: 60_000 };

/** Runs `flexbill rate` for May 2025 on what is given. */
const rate = (...args: readonly string[]) => folder.run(["rate", "--month", "2025-05", ...args]);

const event = (id: string, type: string, data: object) =>
  JSON.stringify({ specversion: "1.0", id, source: "/t", type: `dev.flexbill.${type}`, subject: account, data });

const place = { country: "US", numberType: "local" };
const leg = { call: "CA1", leg: "pstn", direction: "inbound", start: "2025-05-06T09:00:00Z", status: "completed" };
const usage = { product: "taskrouter", unit: "task", at: "2025-05-06T09:00:00Z", user: null, dimensions: {} };

/** A contract with plans, allowances and overrides beside the good ones. */
const contradicting = `account: ${account}
currency: USD
plan:
  - { model: active-user-hour, from: 2025-04-01, price: "1.00" }
  - { model: named-user, from: 2025-04-01, price: "150" }
allowances:
  - { product: taskroutr, quantity: "5", per: user-month }
  - { product: sms-outbound, quantity: "5", per: user-month }
  - { product: taskrouter, quantity: "NaN", per: user-month, from: 2025-05-01 }
  - { product: taskrouter, quantity: "6", per: user-month, from: 2025-05-01 }
prices:
  book: twilio-us-2026-08
  overrides:
    - { product: sms-inbound, unit: segment, tiers: [{ upTo: "100", price: "0.01" }, { upTo: "50", price: "0.02" }] }
    - { product: sms-inboud, unit: segment, price: "1e400" }
    - { product: mms-inbound, unit: message, price: "1", from: 2025-05-01 }
    - { product: mms-inbound, unit: message, price: "２", from: 2025-05-01 }
`;

const contradictions = [
  /^c\.yaml:5:\d+: error schema\.duplicate-from: .*"2025-04-01" \(\/plan\/1\/from\)$/m,
  /^c\.yaml:7:\d+: error schema\.unknown-product: .*"taskroutr", wanted .*taskrouter \(\/allowances\/0\/product\)$/m,
  /^c\.yaml:8:\d+: error schema\.allowance-product: .*"sms-outbound", wanted a Standard Product \(\/allowances\/1\/product\)$/m,
  /^c\.yaml:9:\d+: error schema\.decimal: .*"NaN", wanted a decimal such as "12\.50" \(\/allowances\/2\/quantity\)$/m,
  /^c\.yaml:14:\d+: error schema\.tiers-order: .*"50", wanted more than the tier before it \(\/prices\/overrides\/0\/tiers\/1\/upTo\)$/m,
  /^c\.yaml:15:\d+: error schema\.unknown-product: .*"sms-inboud", wanted .*sms-inbound \(\/prices\/overrides\/1\/product\)$/m,
  /^c\.yaml:15:\d+: error schema\.decimal-size: .*"1e400", wanted at most 100 digits .*\(\/prices\/overrides\/1\/price\)$/m,
  /^c\.yaml:17:\d+: error schema\.decimal: .*"２", wanted a decimal .*\(\/prices\/overrides\/3\/price\)$/m,
];

describe("a contract that contradicts itself", patient, () => {
  test("says so of every contradiction at once, each with its place and what was wanted", async () => {
    folder.write("c.yaml", contradicting);
    const { status, out, err } = await rate("--contract", "c.yaml", "--events", "good.ndjson", "-o", "i.txt");
    expect([status, out]).toEqual([2, ""]);
    for (const message of contradictions) expect(err).toMatch(message);
    expect(err).toMatch(/^\d+ errors; nothing was written$/m);
    expect(folder.names()).not.toContain("i.txt");
  });

  test("with two prices that fit a row equally well names the row's product, both prices and the way out", async () => {
    const override = (match: string) =>
      `    - { product: sms-outbound, unit: segment, match: { ${match} }, price: "1" }\n`;
    const overrides = override("country: US") + override("numberType: local");
    folder.write(
      "two.yaml",
      contract.replace(/prices: .*\n/, `prices:\n  book: twilio-us-2026-08\n  overrides:\n${overrides}`),
    );
    const sms = { message: "SM1", channel: "sms", direction: "outbound", at: "2025-05-06T09:00:00Z", segments: "1" };
    folder.write("sms.ndjson", event("1", "message", { ...sms, ...place, provider: null, user: null, customer: null }));
    const { status, out, err } = await rate("--contract", "two.yaml", "--events", "sms.ndjson");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /error schema\.price-ambiguous: .*"US = local", wanted an entry that names the dimensions of both.* \(\/prices\/sms-outbound\)$/m,
    );
    const fewer = await rate("--contract", "two.yaml", "--events", "good.ndjson");
    expect(fewer.status).toBe(0);
  });
});

test("a price book that contradicts itself says so of every entry at once", patient, async () => {
  folder.write(
    "book.yaml",
    `- { product: sms-inbound, unit: segment, tiers: [{ upTo: "100", price: "0.01" }, { upTo: "50", price: "0.02" }] }
- { product: sms-inboud, unit: segment, price: "1" }
- { product: mms-inbound, unit: message, price: "1", from: 2025-05-01 }
- { product: mms-inbound, unit: message, price: "2", from: 2025-05-01 }
- { product: sms-outbound, unit: segment, price: "-1" }
`,
  );
  const wanted = [
    /^book\.yaml:1:\d+: error schema\.tiers-order: .*\(\/0\/tiers\/1\/upTo\)$/m,
    /^book\.yaml:2:\d+: error schema\.unknown-product: .*sms-inbound \(\/1\/product\)$/m,
    /^book\.yaml:4:\d+: error schema\.duplicate-from: .*\(\/3\/from\)$/m,
    /^book\.yaml:5:\d+: error schema\.price-negative: .*\(\/4\/price\)$/m,
  ];
  const checked = await folder.run(["catalog", "check", "book.yaml"]);
  const rated = await rate("--prices", "book.yaml", "--events", "good.ndjson");
  for (const { status, out, err } of [checked, rated]) {
    expect([status, out]).toEqual([2, ""]);
    for (const message of wanted) expect(err).toMatch(message);
  }
});

describe("numbers and times that are none", patient, () => {
  test("in events are all named with their line, column, path and what was wanted", async () => {
    const lines = [
      event("1", "call-leg", { ...leg, ...place, seconds: "-60", user: null }),
      event("2", "usage", { ...usage, quantity: "NaN" }),
      event("3", "usage", { ...usage, quantity: "1e400" }),
      event("4", "usage", { ...usage, quantity: "０" }),
      event("5", "recording", { recording: "RE1", start: leg.start, seconds: "-1", deleted: null, user: null }),
      event("6", "presence", { user: "WK1", activity: "WA1", start: leg.start, end: "2025-05-06T08:59:59Z" }),
    ];
    folder.write("bad.ndjson", `${lines.join("\n")}\n`);
    const { status, out, err } = await rate("--events", "bad.ndjson");
    expect([status, out]).toEqual([2, ""]);
    const told = err.split("\n").map((line) => line.replace(/:\d+: error /, " ").replace(/: .*(found .*)$/, " $1"));
    expect(told).toEqual([
      'bad.ndjson:1 schema.decimal-negative found "-60", wanted a decimal of 0 or more (/data/seconds)',
      'bad.ndjson:2 schema.decimal found "NaN", wanted a decimal such as "12.50" (/data/quantity)',
      'bad.ndjson:3 schema.decimal-size found "1e400", wanted at most 100 digits before and after the point (/data/quantity)',
      'bad.ndjson:4 schema.decimal found "０", wanted a decimal such as "12.50" (/data/quantity)',
      'bad.ndjson:5 schema.decimal-negative found "-1", wanted a decimal of 0 or more (/data/seconds)',
      'bad.ndjson:6 schema.interval-reversed found "2025-05-06T08:59:59Z", wanted an end that is not before the start (/data/end)',
      "6 errors; nothing was written",
      "",
    ]);
  });

  test.for([["2025-13"], ["2025-00"], ["２０２５-05"], ["2025-5"]])("a month %s is refused", async ([month = ""]) => {
    const { status, out, err } = await folder.run(["rate", "--events", "good.ndjson", "--month", month]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toBe(`--month: "${month}" is no month; wanted one such as 2025-05\n`);
  });
});

test(
  "a user who appears in two accounts has, on each account's invoice, that account's hours alone",
  patient,
  async () => {
    const other = "AC00000000000000000000000000000002";
    const elsewhere = presence("2").replace(account, other).replace("T10:00:00Z", "T13:00:00Z");
    folder.write("both.ndjson", `${presence("1")}\n${elsewhere}\n`);
    folder.write("other.yaml", contract.replace(account, other));
    const hours = async (...args: readonly string[]) => {
      const { status, err, out } = await rate("--events", "both.ndjson", "--format", "json", ...args);
      expect([status, err]).toEqual([0, ""]);
      return JSON.parse(out).charges.map(({ quantity }: { readonly quantity: string }) => quantity);
    };
    expect(await hours()).toEqual(["1"]);
    expect(await hours("--contract", "other.yaml")).toEqual(["4"]);
  },
);

test("requests of a batch stand alone: an invoice to compare with is refused", patient, async () => {
  folder.write("old.json", "{}");
  const { status, out, err } = await folder.run(["rate", "--batch", "--against", "old.json"]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toBe("--batch answers each request by itself; leave out --against, or rate one month without --batch\n");
});
