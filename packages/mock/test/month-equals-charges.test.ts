import { readdirSync, readFileSync } from "node:fs";
import type { Charge, Invoice } from "@flexbill/charges";
import { type RatingRequest, rateEvents } from "@flexbill/charges";
import { add, type Exact, formatExact, parseExact, round, zero } from "@flexbill/kernel";
import { categoryById, categoryOf, totalPrice } from "@flexbill/twilio";
import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { account, authorization, requestOf, worldOf } from "./worlds.ts";

const folder = new URL("../../../fixtures/golden/", import.meta.url);
const vectors = readdirSync(folder).filter((name) => name.endsWith(".json"));

/** Places at which two sums of prices are compared: an endless fraction is cut eighteen places after its point. */
const places = 15;

function exact(text: string): Exact {
  const parsed = parseExact(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

/** The amount before it was rounded, read from the arithmetic that the charge shows. */
function unrounded({ derivation, amount }: Charge): Exact {
  const printed = derivation.find(({ name }) => name === (amount.high === null ? "low" : "high"));
  const source = derivation.find(({ name }) => name === printed?.of?.[0]);
  return exact(source?.value ?? "missing");
}

function inCurrency(invoice: Invoice, currency: string): readonly Charge[] {
  return invoice.charges.filter((charge) => charge.currency === currency);
}

async function servedPrice(request: RatingRequest, category: string): Promise<Exact> {
  const { app } = createMock(worldOf(request));
  const month = request.month;
  let sum: Exact = zero;
  let next: string | null =
    `/2010-04-01/Accounts/${account}/Usage/Records/Daily.json?Category=${category}&StartDate=${month}-01&PageSize=7`;
  while (next !== null) {
    const response: Response = await app.request(next, { headers: authorization });
    const page = (await response.json()) as {
      usage_records: { price: string; start_date: string }[];
      next_page_uri: string | null;
    };
    for (const { price } of page.usage_records) sum = add(sum, exact(price));
    next = page.next_page_uri;
  }
  return sum;
}

const shown = (value: Exact) => formatExact(round(value, places, "half-up"));

async function servedTogether(request: RatingRequest, categories: readonly string[]): Promise<string> {
  let sum: Exact = zero;
  for (const category of categories) sum = add(sum, await servedPrice(request, category));
  return shown(sum);
}

/** The categories that a product shows in, whatever its dimensions; without the roll-ups of another one of them. */
function categoriesOf(kind: string, product: string): readonly string[] {
  const dimensions = [{}, { channel: "rcs" }, { channel: "sms" }, { channel: "mms" }, { numberType: "short-code" }];
  const found = new Set(dimensions.map((each) => categoryOf({ kind, product, dimensions: each })));
  const named = [...found].filter((each) => each !== null);
  return named.filter((each) => !named.some((other) => categoryById(each)?.containers.includes(other)));
}

function requestAt(name: string): RatingRequest {
  const { asOf: _, ...request } = requestOf(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  return request;
}

/** Amounts of other currencies are shown only where they are alone, so a mixed month is compared in none. */
function playable({ contract }: RatingRequest, invoice: Invoice): boolean {
  return contract.timeZone === "UTC" && invoice.charges.every(({ currency }) => currency === contract.currency);
}

for (const name of vectors) {
  test(`the days of ${name} add up to the amount of each charge before it was rounded`, async () => {
    const request = requestAt(name);
    const invoice = rateEvents(request.events, request);
    if (!invoice.ok) throw new Error(JSON.stringify(invoice.issues));
    if (!playable(request, invoice.value)) return;
    const charges = inCurrency(invoice.value, request.contract.currency);
    const byProduct = Map.groupBy(charges, ({ product }) => product);
    for (const [product, lines] of byProduct) {
      const categories = categoriesOf(lines[0]?.kind ?? "", product);
      const wanted = lines.map(unrounded).reduce((sum, each) => add(sum, each), zero as Exact);
      if (categories.length > 0)
        expect([product, await servedTogether(request, categories)]).toEqual([product, shown(wanted)]);
    }
    const total = charges.map(unrounded).reduce((sum, each) => add(sum, each), zero as Exact);
    expect(shown(await servedPrice(request, totalPrice))).toBe(shown(total));
  });
}

test("most golden vectors can be played", () => {
  const played = vectors.filter((name) => {
    const request = requestAt(name);
    const invoice = rateEvents(request.events, request);
    return invoice.ok && playable(request, invoice.value);
  });
  expect(played.length).toBeGreaterThan(80);
});
