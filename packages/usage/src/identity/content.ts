import { compareText } from "@flexbill/kernel";
import { hasOthers } from "../events/others.ts";
import { absent, type Digest, nothing } from "./digest.ts";

const truth = 3;
const falsehood = 4;
const list = 5;
const map = 6;
const numeral = 7;

/**
 * Puts a JSON value into a digest so that values that are equal as JSON give the same: the order of members does not
 * matter, the order of a list does.
 *
 * @example
 * ```ts
 * putJson(digest, { a: 1, b: 2 }); // as putJson(digest, { b: 2, a: 1 })
 * ```
 */
export function putJson(digest: Digest, value: unknown): void {
  if (typeof value === "string") digest.text(value);
  else if (value === undefined) digest.tag(absent);
  else if (value === null) digest.tag(nothing);
  else if (typeof value === "boolean") digest.tag(value ? truth : falsehood);
  else if (typeof value === "object") putNested(digest, value);
  else putNumber(digest, String(value));
}

function putNumber(digest: Digest, text: string): void {
  digest.tag(numeral);
  digest.text(text);
}

function putNested(digest: Digest, value: object): void {
  if (Array.isArray(value)) putList(digest, value);
  else putMap(digest, value as Readonly<Record<string, unknown>>, keysOf(value));
}

function putList(digest: Digest, items: readonly unknown[]): void {
  digest.tag(list);
  digest.tag(items.length);
  for (const item of items) putJson(digest, item);
}

function putMap(digest: Digest, value: Readonly<Record<string, unknown>>, keys: readonly string[]): void {
  digest.tag(map);
  digest.tag(keys.length);
  for (const key of keys) {
    digest.text(key);
    putJson(digest, value[key]);
  }
}

/** A member that is undefined is no JSON and counts as left out. */
function keysOf(value: object): readonly string[] {
  return Object.keys(value)
    .filter((key) => (value as Readonly<Record<string, unknown>>)[key] !== undefined)
    .sort(compareText);
}

/** Puts the members of an object that `names` does not name, if there are any. */
export function putOthers(digest: Digest, value: object, names: readonly string[]): void {
  if (!hasOthers(value, names)) return;
  const others = keysOf(value).filter((key) => !names.includes(key));
  if (others.length > 0) putMap(digest, value as Readonly<Record<string, unknown>>, others);
}
