import { type Exact, formatDecimal, isDecimal, round } from "@flexbill/kernel";

/** A row of a FOCUS dataset by its columns; null where a cell is empty. */
export type FocusRow = Readonly<Record<string, string | null>>;

const places = 12;

/** An amount or quantity as a decimal: exactly where it ends, else to 12 places, half-up. */
export function asDecimal(value: Exact): ReturnType<typeof round> {
  return isDecimal(value) ? value : round(value, places, "half-up");
}

/** A decimal as FOCUS writes it: plain digits, no exponent. */
export const figure = (value: Exact): string => formatDecimal(asDecimal(value));
