import { expect, test } from "vitest";
import { stream, xoshiro128 } from "./random.ts";

const first = (draw: () => number, count: number): readonly number[] => Array.from({ length: count }, draw);

test("the generator draws the published test vector", () => {
  expect(first(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("a stream is the same for the same seed and path, and another for any other", () => {
  const of = (...path: readonly (string | number)[]) => first(stream(7, ...path), 4).join();
  expect(of("voice", 1)).toBe(of("voice", 1));
  const others = [
    of("voice", 2),
    of("voice"),
    of("voic", "e1"),
    of(1, "voice"),
    first(stream(8, "voice", 1), 4).join(),
  ];
  expect(new Set([of("voice", 1), ...others]).size).toBe(6);
});

test("seeds beyond 32 bits are told apart", () => {
  expect(first(stream(2 ** 40 + 5), 2)).not.toEqual(first(stream(5), 2));
});
