import { add, decimal, type Exact, isZero } from "@flexbill/kernel";

/** A running sum: a safe integer while only whole numbers come, and an exact rest beside it. */
export interface Sum {
  whole: number;
  rest: Exact | undefined;
}

/** Something counted: a whole number of at most 2^52, or any exact value. */
export type Counted = number | Exact;

/** Two of these still have an exact sum. */
export const greatestWhole = 2 ** 52;

/** A sum of nothing. */
export function createSum(): Sum {
  return { whole: 0, rest: undefined };
}

/** Adds to a sum. */
export function addTo(sum: Sum, quantity: Counted): void {
  if (typeof quantity !== "number") sum.rest = sum.rest === undefined ? quantity : add(sum.rest, quantity);
  else if (sum.whole <= greatestWhole) sum.whole += quantity;
  else {
    sum.rest = totalOf({ whole: sum.whole, rest: sum.rest });
    sum.whole = quantity;
  }
}

/** The sum, exactly. */
export function totalOf({ whole, rest }: Sum): Exact {
  if (rest === undefined || isZero(rest)) return decimal(whole);
  return whole === 0 ? rest : add(rest, decimal(whole));
}

/** Something counted as an exact value. */
export function exactly(quantity: Counted): Exact {
  return typeof quantity === "number" ? decimal(quantity) : quantity;
}
