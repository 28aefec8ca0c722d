import { type Decimal, decimal, type Month, multiply } from "@flexbill/kernel";
import { isStandard, type PriceBook, type PriceEntry, products, unitsOf } from "@flexbill/products";
import { type AllowanceEntry, type Contract, planInForce } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import { numberOf } from "./drawn.ts";
import type { Rating } from "./month-so-far.ts";

/**
 * What Twilio knows and the user's contract may not: limits, prices and fees that the contract leaves open, drawn from a
 * seed. What the contract says stays as it says it; so the truth lies inside every range of the user's invoice.
 */
export interface TrueTerms {
  /** The contract with every limit. */
  readonly contract: Contract;
  /** The price book with a price for every product of the catalogue. */
  readonly priceBook: PriceBook;
  /** The connectivity's part of a published PSTN price under a fair-usage plan; from above 0 to 1. */
  readonly connectivity: Decimal;
  /** Knows what a provider charged where an event says that nobody knows. */
  readonly seed: number | undefined;
}

/**
 * The terms that a world bills by. Without a seed nothing is drawn: what is open is settled at the upper end of the
 * user's range, as far as one is known.
 *
 * @example
 * ```ts
 * trueTerms({ contract, priceBook }, 7).contract.allowances.length; // one for every Standard Product at least
 * ```
 */
export function trueTerms({ contract, priceBook }: Rating, seed: number | undefined): TrueTerms {
  if (seed === undefined) return { contract, priceBook, connectivity: decimal(1), seed };
  const overrides = contract.prices.overrides.map(withoutEnd);
  const entries = priceBook.entries.map(withoutEnd);
  const priced = [...overrides, ...entries];
  return {
    contract: {
      ...contract,
      allowances: [...contract.allowances, ...drawnAllowances(contract, priced, seed)],
      prices: { ...contract.prices, overrides },
    },
    priceBook: { ...priceBook, entries: [...entries, ...drawnPrices(contract.currency, entries, seed)] },
    connectivity: drawnShare(seed),
    seed,
  };
}

/** What a month is rated by: under a fair-usage plan only a part of a published PSTN price is connectivity. */
export function ratingIn({ contract, priceBook, connectivity }: TrueTerms, month: Month): Rating {
  const model = planInForce(contract, month)?.model;
  const isFairUsage = model === "active-user-hour" || model === "named-user";
  if (!isFairUsage || contract.assumptions["voice.connectivityPrice"] === "bundled") return { contract, priceBook };
  const scaled = (price: Decimal) => multiply(price, connectivity);
  const entries = priceBook.entries.map((entry) => (isPstn(entry) ? withPrices(entry, scaled) : entry));
  return { contract, priceBook: { ...priceBook, entries } };
}

/** The event as the world knows it: a provider's fee that nobody told is drawn, by the message that it is for. */
export function knownEvent({ contract, seed }: TrueTerms, event: FlexEvent): FlexEvent {
  if (seed === undefined || event.type !== "dev.flexbill.message") return event;
  const { provider, message } = event.data;
  if (provider == null || provider.fee !== null) return event;
  const amount = `0.0${1 + numberOf(`${seed}/fee/${message}`, 99)}`;
  const fee = { amount, currency: contract.currency };
  return { ...event, data: { ...event.data, provider: { ...provider, fee } } };
}

/** Events as the world knows them; a fee that comes as an event of its own is not drawn. */
export function knownEvents(terms: TrueTerms, events: readonly FlexEvent[]): readonly FlexEvent[] {
  const told = new Set(
    events.flatMap((event) => (event.type === "dev.flexbill.fee" ? (event.data.reference ?? []) : [])),
  );
  const isTold = (event: FlexEvent) => event.type === "dev.flexbill.message" && told.has(event.data.message);
  return events.map((event) => (isTold(event) ? event : knownEvent(terms, event)));
}

function drawnAllowances(contract: Contract, priced: readonly PriceEntry[], seed: number): readonly AllowanceEntry[] {
  const isKnown = (id: string) => contract.allowances.some(({ product, from }) => product === id && from === undefined);
  // Where prices fall with the quantity, parts priced apart could cost more than the whole: all of it is in, or none.
  // Where excess has free units and a breach has none, use that is in could cost more than excess: none is.
  const freeUnits = contract.assumptions["overage.freeUnits"];
  if (freeUnits && contract.assumptions["limits.unattributed"] === "ignore") return [];
  const isTiered = (id: string) => priced.some(({ product, tiers }) => product === id && tiers !== undefined);
  return products
    .filter(({ id }) => isStandard(id) && !isKnown(id))
    .map(({ id }) => {
      const choices = freeUnits ? nothing : isTiered(id) ? allOrNothing : quantities;
      const quantity = decimal(choices[numberOf(`${seed}/limit/${id}`, choices.length)] ?? 0);
      return { product: id, quantity, per: isTiered(id) ? "project-month" : "user-month", provenance: "contract" };
    });
}

const quantities = [0, 1, 2, 5, 20, 100, 500, 1000, 5000];
const nothing = [0];
const allOrNothing = [0, 1_000_000_000];

/** A price for whatever of a product no other entry prices. */
function drawnPrices(currency: string, entries: readonly PriceEntry[], seed: number): readonly PriceEntry[] {
  const isPriced = (id: string, of: string) =>
    entries.some(({ product, unit, match, from }) => {
      return product === id && unit === of && from === undefined && Object.keys(match).length === 0;
    });
  return products.flatMap(({ id }) =>
    unitsOf(id)
      .filter((unit) => !isPriced(id, unit))
      .map((unit) => ({ product: id, unit, match: {}, currency, price: drawnPrice(`${seed}/price/${id}/${unit}`) })),
  );
}

function drawnPrice(name: string): Decimal {
  return decimal(`0.${String(1 + numberOf(name, 999)).padStart(4, "0")}`);
}

function drawnShare(seed: number): Decimal {
  return decimal(`0.${50 + numberOf(`${seed}/connectivity`, 49)}`);
}

/** The last tier goes on for ever. */
function withoutEnd(entry: PriceEntry): PriceEntry {
  const last = entry.tiers?.at(-1);
  if (last?.upTo === undefined) return entry;
  return { ...entry, tiers: [...(entry.tiers ?? []), { price: last.price }] };
}

function withPrices(entry: PriceEntry, change: (price: Decimal) => Decimal): PriceEntry {
  return {
    ...entry,
    ...(entry.price !== undefined && { price: change(entry.price) }),
    ...(entry.tiers !== undefined && { tiers: entry.tiers.map((tier) => ({ ...tier, price: change(tier.price) })) }),
  };
}

function isPstn({ product }: PriceEntry): boolean {
  return product === "pstn-voice-inbound" || product === "pstn-voice-outbound";
}
