import { type CalendarDate, compareText, firstDay, type Issue, type Month } from "@flexbill/kernel";
import { findPrice, type PriceBook, type PriceEntry, type PriceList, rateNameOf, successor } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { PriceFound } from "./price-found.ts";

/** What a row needs to find its price. */
export interface Priceable {
  readonly product: string;
  readonly unit: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** The answer to one look-up: a price, none, or two that contradict each other. */
export interface PriceAnswer {
  readonly found: PriceFound | undefined;
  readonly issues: readonly Issue[];
}

/** The prices of one contract in one month. `list` leaves the contract's own overrides out. */
export interface Pricing {
  readonly contract: (row: Priceable) => PriceAnswer;
  readonly list: (row: Priceable) => PriceAnswer;
  /** Every entry of a product in either list, whether it has begun or not. */
  readonly entriesOf: (product: string) => readonly PriceEntry[];
  readonly overridesOf: (product: string) => readonly PriceEntry[];
}

const noPrice: PriceAnswer = { found: undefined, issues: [] };
const prepared = new WeakMap<PriceBook, WeakMap<Contract, Map<Month, Pricing>>>();

/** Prepares the prices once for each book, contract and month; rating the same month again costs nothing here. */
export function pricingOf(contract: Contract, book: PriceBook, month: Month): Pricing {
  const ofBook = prepared.get(book) ?? new WeakMap<Contract, Map<Month, Pricing>>();
  prepared.set(book, ofBook);
  const ofContract = ofBook.get(contract) ?? new Map<Month, Pricing>();
  ofBook.set(contract, ofContract);
  const pricing = ofContract.get(month) ?? preparePricing(contract, book, month);
  ofContract.set(month, pricing);
  return pricing;
}

function preparePricing(contract: Contract, book: PriceBook, month: Month): Pricing {
  const overrides: PriceList = { entries: contract.prices.overrides, currency: contract.currency };
  const listed: PriceList = { entries: book.entries, currency: book.currency ?? contract.currency };
  const own = lookupIn(overrides, "overrides", month);
  const list = lookupIn(listed, "book", month);
  const entriesIn = ({ entries }: PriceList, product: string) => entries.filter((entry) => entry.product === product);
  return {
    contract: (row) => {
      const answer = own(row);
      return answer.found === undefined && answer.issues.length === 0 ? list(row) : answer;
    },
    list,
    entriesOf: (product) => [...entriesIn(overrides, product), ...entriesIn(listed, product)],
    overridesOf: (product) => entriesIn(overrides, product),
  };
}

/** Remembers answers by the dimensions that an entry of the row's product and unit asks for, and by no other. */
function lookupIn(list: PriceList, name: "overrides" | "book", month: Month): (row: Priceable) => PriceAnswer {
  const day = firstDay(month);
  const shelves = shelvesOf(list.entries);
  const founds = new Map<PriceEntry, PriceFound>();
  const foundOf = (entry: PriceEntry): PriceFound => {
    const found = founds.get(entry) ?? describe(list, name, entry, month);
    founds.set(entry, found);
    return found;
  };
  return (row) => {
    const shelf = shelves.get(row.product)?.get(row.unit);
    if (shelf === undefined) return noPrice;
    const key = shelf.dimensions.length === 0 ? "" : keyOf(row, shelf.dimensions);
    const known = shelf.answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(list, row, day, foundOf);
    shelf.answers.set(key, answer);
    return answer;
  };
}

function ask(list: PriceList, row: Priceable, day: CalendarDate, foundOf: (entry: PriceEntry) => PriceFound): PriceAnswer {
  const result = findPrice(list, row, day);
  if (!result.ok) return { found: undefined, issues: result.issues };
  return result.value === undefined ? noPrice : { found: foundOf(result.value), issues: [] };
}

function describe(list: PriceList, name: "overrides" | "book", entry: PriceEntry, month: Month): PriceFound {
  const rate = rateNameOf(entry);
  const next = successor(list, entry, month)?.from;
  const id = [name, entry.product, ...(rate === "" ? [] : [rate])].join("/");
  const found = { entry, list: name, currency: entry.currency ?? list.currency, rate, id };
  return next === undefined ? found : { ...found, changesOn: next };
}

interface Shelf {
  readonly dimensions: readonly string[];
  readonly answers: Map<string, PriceAnswer>;
}

function shelvesOf(entries: readonly PriceEntry[]): ReadonlyMap<string, ReadonlyMap<string, Shelf>> {
  const asked = new Map<string, Map<string, Set<string>>>();
  for (const { product, unit, match } of entries) {
    const units = asked.get(product) ?? new Map<string, Set<string>>();
    asked.set(product, units);
    units.set(unit, new Set([...(units.get(unit) ?? []), ...Object.keys(match)]));
  }
  const shelf = (keys: Set<string>): Shelf => ({ dimensions: [...keys].sort(compareText), answers: new Map() });
  return new Map([...asked].map(([product, units]) => [product, new Map([...units].map(([unit, keys]) => [unit, shelf(keys)]))]));
}

/** A length before each value keeps two different lists of values from looking alike. */
function keyOf(row: Priceable, dimensions: readonly string[]): string {
  let key = "";
  for (const dimension of dimensions) {
    const value = row.dimensions[dimension];
    key += value === undefined ? "-" : `${value.length}:${value}`;
  }
  return key;
}
