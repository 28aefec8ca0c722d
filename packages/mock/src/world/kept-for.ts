import { compareInstants, type Instant } from "@flexbill/kernel";

/** Keeps the answer for the instant that was asked for last: the rows of a page ask for the same one in turn. */
export function keptFor<T>(compute: (asOf: Instant) => T): (asOf: Instant) => T {
  let kept: { readonly asOf: Instant; readonly answer: T } | undefined;
  return (asOf) => {
    if (kept === undefined || compareInstants(kept.asOf, asOf) !== 0) kept = { asOf, answer: compute(asOf) };
    return kept.answer;
  };
}
