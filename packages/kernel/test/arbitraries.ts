import fc from "fast-check";
import { type Decimal, decimal, type Exact, fraction, type Instant, type Interval, instant } from "../src/index.ts";

const edge = 2n ** 53n;

/** Coefficients where forms change: around 2^53 and its square root, powers of ten, zero. */
const boundaryIntegers = fc.oneof(
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: 94_906_264n, max: 94_906_268n }),
  fc.integer({ min: 0, max: 40 }).map((exponent) => 10n ** BigInt(exponent)),
  fc.bigInt({ min: 0n, max: 20n }),
);

const magnitudes = fc.oneof({ weight: 2, arbitrary: boundaryIntegers }, fc.bigInt({ min: 0n, max: edge * 1000n }));

const signed = fc.tuple(magnitudes, fc.boolean()).map(([value, minus]) => (minus ? -value : value));

const scales = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }));

/** Plain decimal texts, boundaries first: "-9007199254740993e-4" and the like. */
export const decimalTexts: fc.Arbitrary<string> = fc
  .tuple(signed, scales)
  .map(([value, scale]) => `${value}e-${scale}`);

export const decimals: fc.Arbitrary<Decimal> = decimalTexts.map((text) => decimal(text));

export const nonZeroDecimals: fc.Arbitrary<Decimal> = decimals.filter((value) => value.coefficient !== 0);

/** Decimals, and fractions that do or do not end. */
export const exacts: fc.Arbitrary<Exact> = fc.oneof(
  decimals,
  fc
    .tuple(signed, fc.oneof(fc.bigInt({ min: 1n, max: 60n }), fc.constant(3600n), boundaryIntegers))
    .map(([above, below]) => fraction(above, below === 0n ? 7n : below)),
);

export const nonZeroExacts: fc.Arbitrary<Exact> = exacts.filter(
  (value) => !("coefficient" in value && value.coefficient === 0),
);

const fractionsOfSeconds = fc.oneof(
  fc.constantFrom("", ".5", ".999", ".0001", ".9999999", ".000000000001"),
  fc.integer({ min: 1, max: 999_999_999 }).map((digits) => `.${String(digits).padStart(9, "0")}`),
);

/** Instants of any fineness from 1970 on, many of them close to one another. */
export const instants: fc.Arbitrary<Instant> = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 ** 31 })), fractionsOfSeconds)
  .map(([seconds, fine]) => instant(`${new Date(seconds * 1000).toISOString().slice(0, 19)}${fine}Z`));

/** Intervals, some of them empty, many of them touching. */
export const intervals: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 }), fc.boolean())
  .map(([start, length, fine]) => {
    const at = (quarter: number) =>
      instant(`2025-05-01T00:00:${String(quarter >> 2).padStart(2, "0")}.${(quarter & 3) * 25}${fine ? "0001" : ""}Z`);
    return { start: at(start), end: at(start + length) };
  });
