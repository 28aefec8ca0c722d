import { calendar, type Decimal, firstDay, isDecimal, type Month, multiply, round } from "@flexbill/kernel";
import { findPrice, isStandard, type PriceEntry, type PriceList, priceList } from "@flexbill/products";
import { planInForce } from "@flexbill/terms";
import { meter, type UsageRow } from "@flexbill/usage";
import type { LoggedEvent } from "./event-log.ts";
import { ratingIn, type TrueTerms } from "./true-terms.ts";

const connectivity: ReadonlySet<string> = new Set([
  "pstn-voice-inbound",
  "pstn-voice-outbound",
  "sms-inbound",
  "sms-outbound",
  "mms-inbound",
  "mms-outbound",
  "voice-javascript-sdk",
  "sip-interface",
]);
const places = 6;

/** What one call or message costs by itself at its first rate; undefined where it is included or has no price. */
export type SinglePrice = (logged: LoggedEvent) => Decimal | undefined;

/** Prices single calls and messages, as their own resources show them: connectivity alone, no allowance, no tiers. */
export function singlePrices(terms: TrueTerms): SinglePrice {
  const { contract } = terms;
  const zone = calendar(contract.timeZone);
  const overrides = priceList(contract.prices.overrides, contract.currency);
  const books = new Map<Month, PriceList>();
  const bookIn = (month: Month): PriceList => {
    const known = books.get(month);
    if (known !== undefined) return known;
    const { priceBook } = ratingIn(terms, month);
    const book = priceList(priceBook.entries, priceBook.currency ?? contract.currency);
    books.set(month, book);
    return book;
  };
  return ({ event, begin }) => {
    const month = zone.monthOf(begin);
    const model = planInForce(contract, month)?.model;
    const fairUsage = model === "active-user-hour" || model === "named-user";
    const row = meter([event], { contract, month }).rows.find(({ product }) => connectivity.has(product));
    if (row === undefined || (fairUsage && isStandard(row.product))) return undefined;
    const own = findPrice(overrides, row, firstDay(month));
    const found = own.ok && own.value !== undefined ? own : findPrice(bookIn(month), row, firstDay(month));
    return found.ok ? amountOf(row, found.value) : undefined;
  };
}

function amountOf(row: UsageRow, entry: PriceEntry | undefined): Decimal | undefined {
  const price = entry?.price ?? entry?.tiers?.[0]?.price;
  if (price === undefined) return undefined;
  const amount = multiply(price, row.quantity);
  return isDecimal(amount) ? amount : round(amount, places, "half-up");
}
