import fc from "fast-check";
import { expect, test } from "vitest";
import { createTexts } from "./texts.ts";

const somewhatAlike = fc
  .array(fc.constantFrom("a", "b", "\0", "é", "予", "\ud800"), { maxLength: 9 })
  .map((letters) => letters.join(""));

test("numbers texts in the order in which they came first, as a map would", () => {
  fc.assert(
    fc.property(fc.array(somewhatAlike, { maxLength: 400 }), (list) => {
      const texts = createTexts();
      const first = Array.from(new Set(list));
      for (const text of list) expect(texts.textOf(texts.indexOf(text))).toBe(text);
      expect(first.map(texts.indexOf)).toEqual(first.map((_, index) => index));
      expect(texts.size()).toBe(first.length);
    }),
  );
});

test("finds each of 50,000 counted texts in a few steps", () => {
  const texts = createTexts();
  for (let index = 0; index < 50_000; index += 1) texts.indexOf(`WK${index.toString(16).padStart(32, "0")}`);
  expect(texts.size()).toBe(50_000);
  expect(texts.indexOf(`WK${"0".repeat(31)}f`)).toBe(15);
});
