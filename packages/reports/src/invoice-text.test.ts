import { type Charge, type Invoice, rateEvents } from "@flexbill/charges";
import { month } from "@flexbill/kernel";
import { shippedBook } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import { type FlexEvent, parseEvent } from "@flexbill/usage";
import { expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { explainCharge } from "./explain.ts";
import { renderInvoiceJson } from "./invoice-json.ts";
import { renderInvoiceText } from "./invoice-text.ts";
import { unitName } from "./speech.ts";

const account = "AC00000000000000000000000000000001";
const user = "WK0000000000000000000000000000000a";
const at = "2025-05-06T09:00:00Z";

function event(id: string, type: string, data: object): FlexEvent {
  const parsed = parseEvent({
    specversion: "1.0",
    id,
    source: "/test",
    type: `dev.flexbill.${type}`,
    subject: account,
    data,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const whatsapp = {
  message: "SM1",
  channel: "whatsapp",
  direction: "outbound",
  at,
  user,
  customer: null,
  conversation: null,
};
const events = [
  event("1", "presence", { user, activity: "WA2", start: at, end: "2025-05-06T10:20:00Z" }),
  event("2", "call-leg", {
    call: "CA1",
    leg: "pstn",
    direction: "inbound",
    country: "US",
    numberType: "local",
    start: at,
    seconds: "61000",
    status: "completed",
    user,
  }),
  event("3", "message", {
    ...whatsapp,
    provider: { name: "Meta", category: "utility", fee: { amount: "0.75", currency: "USD" } },
  }),
  event("4", "recording", { recording: "RE1", start: at, seconds: "90000", deleted: null, user }),
];

function invoiceOf(contractMembers: object = {}): Invoice {
  const contract = parseContract({
    account,
    currency: "USD",
    plan: [{ model: "active-user-hour", from: "2025-04-01", price: "1.00" }],
    allowances: [
      { product: "programmable-voice-platform", quantity: "1000", per: "user-month", provenance: "contract" },
    ],
    prices: {
      overrides: [{ product: "programmable-voice-platform", unit: "minute", price: "0.003", source: "offer" }],
    },
    ...contractMembers,
  });
  const priceBook = shippedBook("twilio-us-2026-08");
  if (!contract.ok || priceBook === undefined) throw new Error("The contract of the test must read");
  const rated = rateEvents(events, { contract: contract.value, priceBook, month: month("2025-05") });
  if (!rated.ok) throw new Error(JSON.stringify(rated.issues));
  return rated.value;
}
const invoice = invoiceOf();
const between = (text: string, start: string, end: string): string => text.split(start)[1]?.split(end)[0] ?? "";

test("every line stands with its quantity, amount, clauses and id", () => {
  const text = renderInvoiceText(invoice);
  for (const charge of invoice.charges) expect(text).toContain(`${charge.clauses.join(" ")} ${charge.id}`);
  expect(text).toMatch(/Flex active user hours? +1\.333333 h +1\.00 +1\.33\n/);
  expect(text).toMatch(/Programmable Voice Platform +17 min +0\.003 +0\.05\n/);
});

test("a range is low – high, and says what that means", () => {
  const text = renderInvoiceText(invoice);
  expect(text).toMatch(/PSTN voice, inbound \(US\/local\) +1,017 min +0\.0085 +0\.00 – 8\.64\n/);
  expect(text).toContain("low – high: the first figure is certain");
});

test("a missing price has no upper bound in words, never as a number", () => {
  const unpriced = invoiceOf({ prices: { overrides: [] } });
  expect(renderInvoiceText(unpriced)).toMatch(/Programmable Voice Platform +17 min +0\.00 – no upper bound\n/);
  expect(renderInvoiceText(unpriced)).toMatch(/Total USD +[\d.]+ – no upper bound\n/);
});

test("other companies' fees stand in a block and a sum of their own", () => {
  const text = renderInvoiceText(invoice);
  const block = between(text, "Other companies' fees\n", "────");
  expect(block).toContain("third-party/third-party-messaging/Meta");
  expect(block).not.toMatch(/(license|included|overage|usage)\//);
  expect(text.replace(block, "")).not.toContain("third-party/");
  expect(text).toMatch(/ Other companies +0\.75\n/);
  const { high } = invoice.totals["USD"] as { high: string };
  expect(text).toContain(`– ${high}\n`);
});

test("assumptions and issues are told with their clauses, an issue about a charge with its id", () => {
  const text = renderInvoiceText(invoice).replace(/\n +/g, " ");
  expect(text).toContain("billing.timeZone = UTC (T-02)");
  expect(text).toMatch(/warning limit\.unknown: .*call-recording/);
});

test("issues that differ in their place alone are told once, with how many more there are", () => {
  const open = (path: string) => ({ code: "presence.open", severity: "warning", path, message: "" }) as const;
  const issues = [open("/events/1"), open("/events/2"), { ...open("/events/3"), clause: "T-07" }, open("/events/4")];
  const text = renderInvoiceText({ ...invoice, issues }).replace(/\n +/g, " ");
  expect(text.match(/presence\.open/g)).toHaveLength(2);
  expect(text).toContain("[/events/1] and 2 more like it");
  expect(text).toContain("(T-07) [/events/3]");
});

test("a unit is in the singular after one and in a price", () => {
  expect(unitName("task", "en", "1")).toBe("task");
  expect(unitName("task", "en", "1.5")).toBe("tasks");
  expect(unitName("furlong", "en", "2")).toBe("furlong");
});

test("the Japanese invoice has the same figures, and no line is wider than the paper", () => {
  const japanese = renderInvoiceText(invoice, { language: "ja" });
  expect(japanese).toMatch(/^2025年5月の請求\n/);
  for (const { id, amount } of invoice.charges) {
    expect(japanese).toContain(id);
    expect(japanese).toContain(amount.low);
  }
  for (const language of ["en", "ja"] as const) {
    for (const line of renderInvoiceText(invoice, { language, width: 80 }).split("\n")) {
      expect(displayWidth(line)).toBeLessThanOrEqual(80);
    }
  }
});

test("colours are only added: without them the text is the same", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with a control character
  expect(renderInvoiceText(invoice, { colour: true }).replace(/\u001b\[\d+m/g, "")).toBe(renderInvoiceText(invoice));
});

test("an amount names its currency where an invoice has several", () => {
  const mixed = invoiceOf({ currency: "JPY" });
  const text = renderInvoiceText(mixed);
  expect(text).toMatch(/8\.64 USD\n/);
  expect(text).toMatch(/Total JPY/);
});

test("marks stand behind the names of their lines", () => {
  const mark = ({ kind }: Charge): string => (kind === "third-party" ? "*" : "");
  expect(renderInvoiceText(invoice, { mark })).toMatch(/Meta: .*\*/);
});

test("the document keeps every member in its order", () => {
  expect(JSON.parse(renderInvoiceJson(invoice))).toEqual(invoice);
  expect(renderInvoiceJson(invoice).startsWith('{\n  "schema": "flexbill.invoice/1",\n  "account"')).toBe(true);
});

test("a charge is explained by clause, steps, users, price, assumptions and levers", () => {
  const text = explainCharge(invoice, "overage/programmable-voice-platform") ?? "";
  expect(text).toMatch(/T-43 {2}Nothing moves between users/);
  expect(text).toMatch(/ 1 {2}Quantity +17\n/);
  expect(text).toMatch(/= \(3\) → 2, half-up +0\.05\n/);
  expect(text).toMatch(new RegExp(`${user} +17 +1,000 +17\n`));
  expect(text).toContain("the contract's own prices");
  expect(text).toContain("overage.priceBook = contract");
  expect(text).toContain("The other reading of overage.priceBook");
});

test("an explanation names the grade of a book's price, and why a provider's fee cannot move", () => {
  expect(explainCharge(invoice, "overage/call-recording")).toContain("grade C (a third party's article or file)");
  expect(explainCharge(invoice, "overage/call-recording")).toContain("Knowing the allowance");
  const fee = explainCharge(invoice, "third-party/third-party-messaging/Meta", { language: "ja" });
  expect(fee).toContain("プランにも許容量にも左右されません");
});

test("there is no explanation of a charge that is not there", () => {
  expect(explainCharge(invoice, "license/none")).toBeUndefined();
});
