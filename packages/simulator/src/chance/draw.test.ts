import { expect, test } from "vitest";
import { diceOf, roll } from "./dice.ts";
import { below, chance, pickWeighted, waiting } from "./draw.ts";

const times = <T>(count: number, draw: () => T): readonly T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test("whole numbers below a limit come equally often", () => {
  const dice = diceOf(1, "below");
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const value of times(70_000, () => below(dice, 7))) counts[value] = (counts[value] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("the greatest and the least throw stay below the limit", () => {
  expect(below({ high: 0, low: 0, drawn: 0 }, 1)).toBe(0);
  expect(times(10_000, () => below(diceOf(3, "edge"), 0xffff_ffff)).every((value) => value < 0xffff_ffff)).toBe(true);
});

test("a chance of 0 never comes, one of 1000 always does, and neither costs a throw", () => {
  const dice = diceOf(1, "chance");
  expect(times(500, () => chance(dice, 0))).not.toContain(true);
  expect(times(500, () => chance(dice, 1000))).not.toContain(false);
  expect(dice.drawn).toBe(0);
});

test("weights are kept and a weight of 0 is never picked", () => {
  const dice = diceOf(1, "weights");
  const items = [
    { name: "a", weight: 3 },
    { name: "b", weight: 0 },
    { name: "c", weight: 1 },
  ];
  const drawn = times(20_000, () => pickWeighted(dice, items).name);
  expect(drawn).not.toContain("b");
  expect(drawn.filter((name) => name === "a").length / drawn.length).toBeCloseTo(0.75, 1);
});

test("waiting times have the mean, the spread and the tail of an exponential distribution", () => {
  const dice = diceOf(1, "waiting");
  const drawn = times(100_000, () => waiting(dice, 60));
  expect(mean(drawn)).toBeGreaterThan(59.4);
  expect(mean(drawn)).toBeLessThan(60.6);
  expect(mean(drawn.map((value) => (value - 60) ** 2)) / 3600).toBeCloseTo(1, 1);
  const late = drawn.filter((value) => value > 240).length / drawn.length;
  expect(late).toBeCloseTo(0.0183, 2);
});

test("throws have no bit that leans to one side, and neighbours do not follow each other", () => {
  const dice = diceOf(1, "bits");
  const drawn = times(40_000, () => roll(dice));
  for (let bit = 0; bit < 32; bit += 1) {
    const ones = drawn.filter((word) => ((word >>> bit) & 1) === 1).length;
    expect(Math.abs(ones - 20_000)).toBeLessThan(500);
  }
  const centred = drawn.map((word) => word / 0x1_0000_0000 - 0.5);
  const follow = mean(centred.slice(1).map((value, at) => value * (centred[at] as number)));
  expect(Math.abs(follow * 12)).toBeLessThan(0.02);
});
