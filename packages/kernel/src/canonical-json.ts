import { assert } from "./assert.ts";

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function members(value: object): string {
  assert(isPlain(value), "JSON is made of plain objects");
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    .join(",");
}

/**
 * The one JSON text of a value: no white space; members in the order in which the object holds them (JavaScript puts
 * integer-like names first); a member that is undefined left out; -0 as 0; everything else escaped as
 * `JSON.stringify` does. So equal values built in the same order give the same bytes.
 *
 * @throws an assertion for what JSON has no form for: NaN, ±∞, bigint, functions, undefined in a list, class instances
 * @example
 * ```ts
 * canonicalJson({ b: "1.50", a: [null, true], gone: undefined }); // → '{"b":"1.50","a":[null,true]}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number") assert(Number.isFinite(value), "JSON has no number that is not finite");
  else if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(",")}]`;
  else if (typeof value === "object" && value !== null) return `{${members(value)}}`;
  else assert(typeof value === "string" || typeof value === "boolean" || value === null, "JSON has no such value");
  return JSON.stringify(value);
}
