import exponential from "../../data/exponential.json" with { type: "json" };
import { type Dice, roll } from "./dice.ts";

const range = 0x1_0000_0000;

/** An integer from 0 to `limit` − 1, each as likely as the next to one part in 2³² ÷ `limit`. */
export const below = (dice: Dice, limit: number): number => Math.floor((roll(dice) * limit) / range);

/** An integer from `low` to `high`, both included. */
export const between = (dice: Dice, low: number, high: number): number => low + below(dice, high - low + 1);

/** True in `perMille` of 1000 draws; certainty costs no draw. */
export function chance(dice: Dice, perMille: number): boolean {
  if (perMille <= 0) return false;
  return perMille >= 1000 || below(dice, 1000) < perMille;
}

/** One of the items; there must be at least one. */
export const pick = <T>(dice: Dice, items: readonly T[]): T => items[below(dice, items.length)] as T;

/** One of the items, as often as its weight says; at least one weight must be positive. */
export function pickWeighted<T extends { readonly weight: number }>(dice: Dice, items: readonly T[]): T {
  let total = 0;
  for (const { weight } of items) total += weight;
  let left = below(dice, total);
  for (const item of items) {
    if (left < item.weight) return item;
    left -= item.weight;
  }
  throw new RangeError("One weight must be positive");
}

const { quantiles, scale } = exponential;
const last = quantiles.length - 1;

/** An exponential waiting time of the given mean, from a table of quantiles; its tail begins anew, having no memory. */
export function waiting(dice: Dice, mean: number): number {
  let passed = 0;
  for (;;) {
    const drawn = roll(dice);
    const step = drawn >>> 24;
    const from = quantiles[step] as number;
    passed += from;
    if (step < last) {
      const width = (quantiles[step + 1] as number) - from;
      return ((passed + (width * (drawn & 0xff_ffff)) / 0x100_0000) * mean) / scale;
    }
  }
}
