import fc from "fast-check";
import { expect, test } from "vitest";
import { orders } from "../test/laws.ts";
import { compareText } from "./index.ts";

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("a", "é", "\uD7FF", "\uE000", "\uFFFF", "\u{10000}", "\u{10FFFF}"), maxLength: 4 }),
);

function byCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)].map((text) => text.map((each) => each.codePointAt(0) ?? 0));
  const at = (left ?? []).findIndex((point, index) => point !== right?.[index]);
  if (at === -1) return (left?.length ?? 0) - (right?.length ?? 0);
  return (left?.[at] ?? 0) - (right?.[at] ?? -1);
}

test("texts are in an order", () => orders(texts, compareText));

test("the order is that of their code points", () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(byCodePoints(a, b)));
    }),
    { numRuns: 1000 },
  );
});

test("a prefix comes first, capitals before small letters, and emoji after every other character", () => {
  expect(["b", "ab", "a", "B", "", "😀", "\uFFFD"].sort(compareText)).toEqual([
    "",
    "B",
    "a",
    "ab",
    "b",
    "\uFFFD",
    "😀",
  ]);
});
