import { type CalendarDate, compareText, firstDay, type Issue, type Month } from "@flexbill/kernel";
import {
  findPrice,
  type PriceBook,
  type PriceEntry,
  type PriceList,
  priceList,
  rateNameOf,
  successor,
} from "@flexbill/products";
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
const prepared = new WeakMap<readonly PriceEntry[], Map<string, Lookup>>();

type ListName = "overrides" | "book";
type Lookup = (row: Priceable) => PriceAnswer;

/** The prices of a contract and a book in a month. Each list is prepared once a month, however often it is asked. */
export function pricingOf(contract: Contract, book: PriceBook, month: Month): Pricing {
  const own = lookupIn(contract.prices.overrides, "overrides", contract.currency, month);
  const list = lookupIn(book.entries, "book", book.currency ?? contract.currency, month);
  const overridesOf = (product: string) => contract.prices.overrides.filter((entry) => entry.product === product);
  return {
    contract: (row) => {
      const answer = own(row);
      return answer.found === undefined && answer.issues.length === 0 ? list(row) : answer;
    },
    list,
    entriesOf: (product) => [...overridesOf(product), ...book.entries.filter((entry) => entry.product === product)],
    overridesOf,
  };
}

function lookupIn(entries: readonly PriceEntry[], name: ListName, currency: string, month: Month): Lookup {
  const key = `${name} ${currency} ${month}`;
  const lists = prepared.get(entries) ?? new Map<string, Lookup>();
  prepared.set(entries, lists);
  const lookup = lists.get(key) ?? prepareLookup(priceList(entries, currency), name, month);
  lists.set(key, lookup);
  return lookup;
}

/** Remembers answers by the dimensions that an entry of the row's product and unit asks for, and by no other. */
function prepareLookup(list: PriceList, name: ListName, month: Month): Lookup {
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

function ask(
  list: PriceList,
  row: Priceable,
  day: CalendarDate,
  foundOf: (entry: PriceEntry) => PriceFound,
): PriceAnswer {
  const result = findPrice(list, row, day);
  if (!result.ok) return { found: undefined, issues: result.issues };
  return result.value === undefined ? noPrice : { found: foundOf(result.value), issues: [] };
}

function describe(list: PriceList, name: ListName, entry: PriceEntry, month: Month): PriceFound {
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
  return new Map(
    [...asked].map(([product, units]) => [product, new Map([...units].map(([unit, keys]) => [unit, shelf(keys)]))]),
  );
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
