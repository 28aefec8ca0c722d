import type { Charge, Invoice, RatingRequest } from "@flexbill/charges";
import { rateEvents } from "@flexbill/charges";
import { add, type Exact, formatExact, parseExact, round, zero } from "@flexbill/kernel";
import { categoryById, categoryOf, totalPrice } from "@flexbill/twilio";
import { createMock } from "../src/index.ts";
import { account, authorization, worldOf } from "./worlds.ts";

/** What a category came to over all pages of its days, and what the invoice says it should. */
export interface Compared {
  readonly what: string;
  readonly served: string;
  readonly charged: string;
}

/** Every product of a month that has a category, and the total: served day by day, and charged. */
export async function comparedMonth(request: RatingRequest): Promise<readonly Compared[]> {
  const charges = rated(request).charges;
  const compared: Compared[] = [];
  const pages = servedOver(request);
  for (const [product, lines] of Map.groupBy(charges, (charge) => charge.product)) {
    const categories = categoriesOf(lines[0]?.kind ?? "", product);
    if (categories.length === 0) continue;
    compared.push({ what: product, served: await servedTogether(pages, categories), charged: total(lines) });
  }
  return [
    ...compared,
    { what: totalPrice, served: await servedTogether(pages, [totalPrice]), charged: total(charges) },
  ];
}

/** Amounts of other currencies are shown only where they are alone, so a mixed month is compared in none. */
export function isPlayable(request: RatingRequest): boolean {
  const { contract } = request;
  return contract.timeZone === "UTC" && rated(request).charges.every(({ currency }) => currency === contract.currency);
}

function rated(request: RatingRequest): Invoice {
  const { contract, priceBook, month, events } = request;
  const invoice = rateEvents(events, { contract, priceBook, month });
  if (!invoice.ok) throw new Error(JSON.stringify(invoice.issues));
  return invoice.value;
}

function total(lines: readonly Charge[]): string {
  return shown(lines.map(unrounded).reduce((sum, each) => add(sum, each), zero as Exact));
}

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

type ServedPrice = (category: string) => Promise<Exact>;

/** Reads the days of a category, page by page, from one mock of the month. */
function servedOver(request: RatingRequest): ServedPrice {
  const { app } = createMock(worldOf(request));
  const days = `/2010-04-01/Accounts/${account}/Usage/Records/Daily.json?StartDate=${request.month}-01&PageSize=7`;
  return async (category) => {
    let sum: Exact = zero;
    for (let next: string | null = `${days}&Category=${category}`; next !== null; ) {
      const response = await app.request(next, { headers: authorization });
      const page = (await response.json()) as Page;
      for (const { price } of page.usage_records) sum = add(sum, exact(price));
      next = page.next_page_uri;
    }
    return sum;
  };
}

interface Page {
  readonly usage_records: readonly { readonly price: string }[];
  readonly next_page_uri: string | null;
}

const shown = (value: Exact) => formatExact(round(value, places, "half-up"));

async function servedTogether(pages: ServedPrice, categories: readonly string[]): Promise<string> {
  let sum: Exact = zero;
  for (const category of categories) sum = add(sum, await pages(category));
  return shown(sum);
}

/** The categories that a product shows in, whatever its dimensions; without the roll-ups of another one of them. */
function categoriesOf(kind: string, product: string): readonly string[] {
  const dimensions = [{}, { channel: "rcs" }, { channel: "sms" }, { channel: "mms" }, { numberType: "short-code" }];
  const found = new Set(dimensions.map((each) => categoryOf({ kind, product, dimensions: each })));
  const named = [...found].filter((each) => each !== null);
  return named.filter((each) => !named.some((other) => categoryById(each)?.containers.includes(other)));
}
