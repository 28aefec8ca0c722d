import { located } from "@flexbill/documents";
import { assert } from "@flexbill/kernel";
import hints from "../data/twilio-hints-2026.json" with { type: "json" };
import unitedStates from "../data/twilio-us-2026-08.json" with { type: "json" };
import { type PriceBook, parsePriceBook } from "./price-book.ts";

const documents: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["twilio-us-2026-08", unitedStates],
  ["twilio-hints-2026", hints],
]);
const read = new Map<string, PriceBook>();

/** The ids of the shipped books, the default one first. Uncorroborated prices are a book of their own, by choice. */
export const shippedBookIds: readonly string[] = [...documents.keys()];

/**
 * A shipped price book, read on first use.
 *
 * @example
 * ```ts
 * shippedBook("twilio-us-2026-08")?.currency; // "USD"
 * ```
 */
export function shippedBook(id: string): PriceBook | undefined {
  const known = read.get(id);
  const document = documents.get(id);
  if (known !== undefined || document === undefined) return known;
  const parsed = parsePriceBook(located(document));
  assert(parsed.ok, `The shipped price book ${id} is broken`);
  read.set(id, parsed.value);
  return parsed.value;
}
