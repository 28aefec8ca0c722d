import type { Dice } from "./dice.ts";
import { roll } from "./dice.ts";
import { waiting } from "./draw.ts";

/**
 * How a quantity is spread, as a profile writes it: one number always; a list of equally spaced quantiles from the least
 * to the greatest, with straight lines between them; or the mean of an exponential distribution.
 */
export type SpreadText = number | readonly number[] | { readonly mean: number };

/** A spread in the unit in which it is drawn. */
export interface Spread {
  /** The mean where it is exponential, else 0. */
  readonly mean: number;
  /** At least one point; unused where it is exponential. */
  readonly points: readonly number[];
}

const range = 0x1_0000_0000;

/** A spread of a profile, its numbers times `factor`. */
export function spreadOf(text: SpreadText, factor: number): Spread {
  if (typeof text === "number") return { mean: 0, points: [text * factor] };
  if ("mean" in text) return { mean: text.mean * factor, points: [] };
  return { mean: 0, points: text.map((point) => point * factor) };
}

/** The mean of a spread, in its own unit. */
export function meanOf({ mean, points }: Spread): number {
  if (mean > 0) return mean;
  if (points.length === 1) return points[0] as number;
  let sum = 0;
  for (let at = 1; at < points.length; at += 1) sum += ((points[at - 1] as number) + (points[at] as number)) / 2;
  return sum / (points.length - 1);
}

/** A length of time of a spread, rounded down to the spread's unit. */
export function drawTime(dice: Dice, { mean, points }: Spread): number {
  if (mean > 0) return Math.floor(waiting(dice, mean));
  const steps = points.length - 1;
  if (steps === 0) return points[0] as number;
  const place = (roll(dice) * steps) / range;
  const step = Math.floor(place);
  const from = points[step] as number;
  return Math.floor(from + ((points[step + 1] as number) - from) * (place - step));
}

/** A count of a spread: whole numbers, both ends of each step included. */
export function drawCount(dice: Dice, { mean, points }: Spread): number {
  if (mean > 0) return Math.floor(waiting(dice, mean));
  const steps = points.length - 1;
  if (steps === 0) return points[0] as number;
  const place = (roll(dice) * steps) / range;
  const step = Math.floor(place);
  const from = points[step] as number;
  return from + Math.floor(((points[step + 1] as number) - from + 1) * (place - step));
}
