import { type Issue, issue } from "@flexbill/kernel";
import type { PriceBook } from "./price-book.ts";
import { type PriceEntry, rateNameOf } from "./price-entry.ts";
import { unitsOf } from "./product.ts";

/**
 * What is wrong with a book that reads well: two entries that would both be best for some row
 * (`schema.price-ambiguous`), and a unit in which its product is not measured (`schema.unit`).
 *
 * @example
 * ```ts
 * checkBook(shippedBook("twilio-us-2026-08")); // []
 * ```
 */
export function checkBook(book: PriceBook): readonly Issue[] {
  return book.entries.flatMap((entry, index) => {
    const path = `/entries/${index}`;
    const rival = book.entries.slice(0, index).find((earlier) => bothCouldWin(earlier, entry));
    const ambiguous = rival && ambiguousWith(rival, entry, path);
    return [...(ambiguous ? [ambiguous] : []), ...unitIssues(entry, path)];
  });
}

function ambiguousWith(rival: PriceEntry, entry: PriceEntry, path: string): Issue {
  const found = `${nameOf(rival)} = ${nameOf(entry)}`;
  return issue("schema.price-ambiguous", { path, found, wanted: "one-best-price" });
}

function unitIssues(entry: PriceEntry, path: string): readonly Issue[] {
  const units = unitsOf(entry.product);
  if (units.length === 0 || units.includes(entry.unit)) return [];
  const params = { options: units.join(", ") };
  return [issue("schema.unit", { path: `${path}/unit`, found: entry.unit, wanted: "one-of", params })];
}

function nameOf(entry: PriceEntry): string {
  return [entry.product, rateNameOf(entry)].filter((part) => part !== "").join("/");
}

/** Different matches of one size that some row could satisfy together. */
function bothCouldWin(one: PriceEntry, other: PriceEntry): boolean {
  if (one.product !== other.product || one.unit !== other.unit) return false;
  const keys = Object.keys(one.match);
  const shared = keys.filter((key) => Object.hasOwn(other.match, key));
  const excluded = shared.some((key) => one.match[key] !== other.match[key]);
  const sameSize = keys.length === Object.keys(other.match).length;
  return sameSize && !excluded && shared.length < keys.length;
}
