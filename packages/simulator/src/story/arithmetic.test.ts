import { expect, test } from "vitest";
import { arithmetic } from "./arithmetic.ts";

test.each([
  ["3 * 150.00", "450"],
  ["1 + 2 * 3 - 4", "3"],
  ["(1 + 2) * 3", "9"],
  ["10 - 3 - 2", "5"],
  ["0.1 + 0.2", "0.3"],
  ["max(0, 5 - 8) + min(2, 1.5)", "1.5"],
  ["0 - 4", "-4"],
])("%s is %s, exactly", (text, value) => {
  expect(Number(arithmetic(text))).toBe(Number(value));
});

test.each(["", "1 +", "(1", "1)", "2 / 3", "1e3", "max(1)", "two", "1 2"])("%j is no arithmetic", (text) => {
  expect(arithmetic(text)).toBeUndefined();
});
