import { compareInstants, isNegative, parseDecimal, parseInstant } from "@flexbill/kernel";
import { plainInstant } from "./plain-instant.ts";

/** A JSON object before anything is known about its members. */
export type Members = Readonly<Record<string, unknown>>;

/** A JSON object: neither null nor a list. */
export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text of at least one character. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0;
}

/** A text with a character that is no blank. */
export function isName(value: unknown): value is string {
  return typeof value === "string" && /\S/.test(value);
}

/** A text of at least one character, or null. */
export function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

/** As {@link isTextOrNull}, or left out. */
export function isOptionalText(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || isText(value);
}

/** An RFC 3339 instant: the usual form without an allocation, any other by the kernel's own reader. */
export function isInstant(value: unknown): value is string {
  return typeof value === "string" && (!Number.isNaN(plainInstant(value)) || parseInstant(value).ok);
}

/** An instant, or left out. */
export function isAbsentOrInstant(value: unknown): boolean {
  return value === undefined || isInstant(value);
}

/** An instant, and another that is null or not before it. */
export function isSpan(start: unknown, end: unknown): boolean {
  if (typeof start !== "string") return false;
  if (end === null) return isInstant(start);
  if (typeof end !== "string") return false;
  const from = plainInstant(start);
  const to = plainInstant(end);
  return Number.isNaN(from) || Number.isNaN(to) ? isOddSpan(start, end) : from <= to;
}

function isOddSpan(start: string, end: string): boolean {
  const from = parseInstant(start);
  const to = parseInstant(end);
  return from.ok && to.ok && compareInstants(from.value, to.value) <= 0;
}

/** A decimal text that is not negative: plain digits without an allocation, any other by the kernel's own reader. */
export function isQuantity(value: unknown): value is string {
  return typeof value === "string" && (isPlainDecimal(value) || isOddQuantity(value));
}

function isOddQuantity(text: string): boolean {
  const parsed = parseDecimal(text);
  return parsed.ok && !isNegative(parsed.value);
}

const mostPlainDigits = 50;
const point = 46;

function isPlainDecimal(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > mostPlainDigits) return false;
  let points = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === point && index > 0 && index < length - 1 && points === 0) points = 1;
    else if (code < 48 || code > 57) return false;
  }
  return true;
}

/** A map of texts whose values are texts; an own `__proto__` is left to the schema. */
export function isTextMap(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (typeof value[key] !== "string") return false;
  return true;
}
