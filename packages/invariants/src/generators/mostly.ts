import fc from "fast-check";

/**
 * Values at the boundaries, where faults hide, six times of seven; else any value of a wide range, for the faults that
 * nobody thought of.
 *
 * @example
 * ```ts
 * mostly(fc.constantFrom("0", "1"), fc.integer({ min: 2, max: 1_000 }).map(String));
 * ```
 */
export function mostly<Value>(boundaries: fc.Arbitrary<Value>, wide: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 6, arbitrary: boundaries }, { weight: 1, arbitrary: wide });
}

/** Decimals from zero to a thousand, of up to six places, which a printed quantity has too. */
export const wideDecimals: fc.Arbitrary<string> = fc
  .tuple(fc.nat({ max: 1_000 }), fc.integer({ min: 0, max: 6 }), fc.nat({ max: 999_999 }))
  .map(([whole, places, part]) =>
    places === 0 ? `${whole}` : `${whole}.${String(part).padStart(6, "0").slice(0, places)}`,
  );

/** Prices below ten, of up to seven places. */
export const widePrices: fc.Arbitrary<string> = fc
  .tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 7 }), fc.nat({ max: 9_999_999 }))
  .map(([whole, places, part]) => `${whole}.${String(part).padStart(7, "0").slice(0, places)}`);
