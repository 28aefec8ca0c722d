import { expect, test } from "vitest";
import { displayWidth, padEnd, padStart } from "./display-width.ts";

test("Japanese takes two columns a character, half-width kana and Latin letters one", () => {
  expect(displayWidth("通話録音")).toBe(8);
  expect(displayWidth("ｶﾅ abc")).toBe(6);
  expect(displayWidth("（USD）")).toBe(7);
  expect(displayWidth("1 – 2")).toBe(5);
});

test("marks that are drawn over a character take no column", () => {
  expect(displayWidth("e\u0301")).toBe(1);
  expect(displayWidth("か\u3099")).toBe(2);
});

test("padding counts columns, not characters", () => {
  expect(padEnd("金額", 6)).toBe("金額  ");
  expect(padStart("金額", 6)).toBe("  金額");
  expect(padEnd("金額", 3)).toBe("金額");
});
