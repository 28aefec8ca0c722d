import { compareText } from "@flexbill/kernel";
import type { Digest } from "./digest.ts";

const nothing = 1;
const truth = 2;
const falsehood = 3;
const list = 4;
const map = 5;
const decimalNumber = 6;

/**
 * Feeds a JSON value to a digest so that values that are equal as JSON feed the same: the order of members does not
 * matter, the order of a list does.
 *
 * @example
 * ```ts
 * feedJson(digest, { a: 1, b: 2 }); // as feedJson(digest, { b: 2, a: 1 })
 * ```
 */
export function feedJson(digest: Digest, value: unknown): void {
  if (typeof value === "string") digest.text(value);
  else if (value === null || value === undefined) digest.tag(nothing);
  else if (typeof value === "boolean") digest.tag(value ? truth : falsehood);
  else if (typeof value === "object") feedNested(digest, value);
  else feedNumber(digest, String(value));
}

function feedNumber(digest: Digest, text: string): void {
  digest.tag(decimalNumber);
  digest.text(text);
}

function feedNested(digest: Digest, value: object): void {
  if (Array.isArray(value)) feedList(digest, value);
  else feedMap(digest, value as Readonly<Record<string, unknown>>);
}

function feedList(digest: Digest, items: readonly unknown[]): void {
  digest.tag(list);
  digest.tag(items.length);
  for (const item of items) feedJson(digest, item);
}

/** A member that is undefined is no JSON and counts as left out. */
function feedMap(digest: Digest, value: Readonly<Record<string, unknown>>): void {
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort(compareText);
  digest.tag(map);
  digest.tag(keys.length);
  for (const key of keys) {
    digest.text(key);
    feedJson(digest, value[key]);
  }
}
