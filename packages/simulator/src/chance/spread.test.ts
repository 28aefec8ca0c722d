import { expect, test } from "vitest";
import { diceOf } from "./dice.ts";
import { drawCount, drawTime, meanOf, spreadOf } from "./spread.ts";

const dice = diceOf(1, "spread");
const times = <T>(count: number, draw: () => T): readonly T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test("quantiles give their own median, mean and ends", () => {
  const spread = spreadOf([10, 100, 1000], 1);
  const drawn = times(20_000, () => drawTime(dice, spread));
  expect(drawn.filter((value) => value <= 100).length / drawn.length).toBeCloseTo(0.5, 1);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(1000);
  expect(mean(drawn) / meanOf(spread)).toBeCloseTo(1, 1);
});

test("counts include both ends of each step", () => {
  const drawn = times(30_000, () => drawCount(dice, spreadOf([1, 2, 4], 1)));
  expect([...new Set(drawn)].sort()).toEqual([1, 2, 3, 4]);
  expect(drawn.filter((value) => value === 1).length / drawn.length).toBeCloseTo(0.25, 1);
});

test("one number is always itself, in the unit that is asked for", () => {
  const spread = spreadOf(45, 1000);
  expect([drawTime(dice, spread), drawCount(dice, spread), meanOf(spread)]).toEqual([45_000, 45_000, 45_000]);
});

test("a mean is exponential", () => {
  const drawn = times(50_000, () => drawTime(dice, spreadOf({ mean: 240 }, 1000)));
  expect(mean(drawn) / 240_000).toBeCloseTo(1, 1);
  expect(drawn.filter((value) => value > 240_000).length / drawn.length).toBeCloseTo(0.368, 1);
});
