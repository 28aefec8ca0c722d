import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { hang, wrap } from "./wrap.ts";

test("lines end between words", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
});

test("Japanese lines end between characters, and none begins with a closing mark or a small kana", () => {
  expect(wrap("金額は、確実です。", 6)).toEqual(["金額", "は、確", "実で", "す。"]);
  expect(wrap("プラットフォーム", 12)).toEqual(["プラット", "フォーム"]);
});

test("lines after the first stand below the text, not below its name", () => {
  expect(hang("Plan  ", "Active User Hour", 16)).toBe("Plan  Active\n      User Hour");
});

property.prop([
  fc.string({ unit: fc.constantFrom("a", "b", " ", "金", "、", "ー"), maxLength: 60 }),
  fc.integer({ min: 4, max: 20 }),
])("wrapping loses nothing but spaces", (text, width) => {
  expect(wrap(text, width).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
});

property.prop([
  fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 30 })),
  fc.integer({ min: 4, max: 20 }),
])("no line of words is wider than asked for", (words, width) => {
  for (const line of wrap(words.join(" "), width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
});
