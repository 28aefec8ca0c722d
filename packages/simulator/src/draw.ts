import exponential from "../data/exponential.json" with { type: "json" };
import type { Random } from "./random.ts";

const range = 0x1_0000_0000;

/** An integer from 0 to `limit` − 1, each equally likely; `limit` from 1 to 2³². */
export function below(draw: Random, limit: number): number {
  const fair = range - (range % limit);
  let drawn = draw();
  while (drawn >= fair) drawn = draw();
  return drawn % limit;
}

/** An integer from `low` to `high`, both included. */
export const between = (draw: Random, low: number, high: number): number => low + below(draw, high - low + 1);

/** True in `perMille` of 1000 draws. */
export const chance = (draw: Random, perMille: number): boolean => below(draw, 1000) < perMille;

/** One of the items; there must be at least one. */
export function pick<T>(draw: Random, items: readonly T[]): T {
  return items[below(draw, items.length)] as T;
}

/** One of the items, as often as its weight says. */
export function pickWeighted<T extends { readonly weight: number }>(draw: Random, items: readonly T[]): T {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  let left = below(draw, total);
  for (const item of items) {
    if (left < item.weight) return item;
    left -= item.weight;
  }
  return unreachableWeights();
}

/**
 * A value of a distribution given by equally spaced quantiles, from the least to the greatest: straight lines between
 * them, rounded down.
 *
 * @example
 * ```ts
 * quantile(draw, [30, 180, 900]); // half of the draws under 180
 * ```
 */
export function quantile(draw: Random, quantiles: readonly number[]): number {
  const steps = quantiles.length - 1;
  if (steps < 1) return quantiles[0] ?? 0;
  const step = below(draw, steps);
  const from = quantiles[step] as number;
  return from + below(draw, (quantiles[step + 1] as number) - from + 1);
}

function unreachableWeights(): never {
  throw new RangeError("Weights must be positive integers");
}

/** An exponential waiting time of the given mean, from a table of quantiles; its tail begins anew, having no memory. */
export function waiting(draw: Random, mean: number): number {
  const { quantiles, scale } = exponential;
  const last = quantiles.length - 1;
  let passed = 0;
  for (;;) {
    const drawn = draw();
    const step = drawn >>> 24;
    const from = quantiles[step] as number;
    passed += from;
    if (step < last) {
      const width = (quantiles[step + 1] as number) - from;
      return ((passed + (width * (drawn & 0xff_ffff)) / 0x100_0000) * mean) / scale;
    }
  }
}
