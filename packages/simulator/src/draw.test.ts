import { expect, test } from "vitest";
import { below, chance, pickWeighted, quantile, waiting } from "./draw.ts";
import { stream } from "./random.ts";

const times = <T>(count: number, draw: () => T): readonly T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test("whole numbers below a limit come equally often", () => {
  const draw = stream(1, "below");
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const value of times(70_000, () => below(draw, 7))) counts[value] = (counts[value] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("a chance of 0 never comes and one of 1000 always does", () => {
  const draw = stream(1, "chance");
  expect(times(500, () => chance(draw, 0))).not.toContain(true);
  expect(times(500, () => chance(draw, 1000))).not.toContain(false);
});

test("weights are kept and a weight of 0 is never picked", () => {
  const draw = stream(1, "weights");
  const items = [
    { name: "a", weight: 3 },
    { name: "b", weight: 0 },
    { name: "c", weight: 1 },
  ];
  const drawn = times(20_000, () => pickWeighted(draw, items).name);
  expect(drawn).not.toContain("b");
  expect(drawn.filter((name) => name === "a").length / drawn.length).toBeCloseTo(0.75, 1);
});

test("quantiles give their own median and never leave their ends", () => {
  const draw = stream(1, "quantile");
  const drawn = times(20_000, () => quantile(draw, [10, 100, 1000]));
  expect(drawn.filter((value) => value <= 100).length / drawn.length).toBeCloseTo(0.5, 1);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(10);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(1000);
});

test("waiting times have the mean, the spread and the tail of an exponential distribution", () => {
  const draw = stream(1, "waiting");
  const drawn = times(100_000, () => waiting(draw, 60));
  expect(mean(drawn)).toBeGreaterThan(59.4);
  expect(mean(drawn)).toBeLessThan(60.6);
  expect(mean(drawn.map((value) => (value - 60) ** 2)) / 3600).toBeCloseTo(1, 1);
  const late = drawn.filter((value) => value > 240).length / drawn.length;
  expect(late).toBeCloseTo(0.0183, 2);
});
