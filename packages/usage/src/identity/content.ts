import { compareText } from "@flexbill/kernel";
import type { Digest } from "./digest.ts";

const absent = 1;
const nothing = 2;
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

/**
 * As {@link putJson}, for a map whose members are known by name but for a few: the values of those first, in the order
 * of `names`, absent ones too, then the others. Of two values, both are to be put in this way or neither.
 */
export function putKnown(digest: Digest, value: object, known: readonly unknown[], names: ReadonlySet<string>): void {
  let present = 0;
  for (const member of known) {
    if (typeof member === "string") digest.text(member);
    else putJson(digest, member);
    if (member !== undefined) present += 1;
  }
  if (countOf(value) !== present) putOthers(digest, value, names);
}

function countOf(value: object): number {
  let count = 0;
  for (const _ in value) count += 1;
  return count;
}

function putOthers(digest: Digest, value: object, names: ReadonlySet<string>): void {
  const others = keysOf(value).filter((key) => !names.has(key));
  if (others.length > 0) putMap(digest, value as Readonly<Record<string, unknown>>, others);
}
