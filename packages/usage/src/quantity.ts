import { ceiling, decimal, divide } from "@flexbill/kernel";
import type { Counted } from "./sum.ts";

const mostDigits = 9;

/** The value of a text of at most nine plain digits, else NaN. */
export function plainInteger(text: string): number {
  if (text.length > mostDigits) return Number.NaN;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** The quantity of a decimal text that was checked to be one. */
export function quantityOf(text: string): Counted {
  const plain = plainInteger(text);
  return Number.isNaN(plain) ? decimal(text) : plain;
}

const sixty = decimal(60);

/**
 * Whole minutes of a length in seconds, each begun one counted: 0 s are 0, 61 s are 2 (domain.md 6.2).
 *
 * @example
 * ```ts
 * minutesRoundedUp("61"); // → 2
 * ```
 */
export function minutesRoundedUp(seconds: string): Counted {
  const plain = plainInteger(seconds);
  return Number.isNaN(plain) ? ceiling(divide(decimal(seconds), sixty)) : Math.ceil(plain / 60);
}
