import { expect, test } from "vitest";
import { describeReason } from "./answer.ts";
import { type Reason, reasonsEn } from "./reasons.en.ts";
import { reasonsJa } from "./reasons.ja.ts";

const keys = Object.keys(reasonsEn) as Reason[];

test("every reason is a sentence without a final period in both languages", () => {
  for (const key of keys) {
    expect(describeReason(key, "en"), key).toMatch(/^[A-Z].*[^.]$/);
    expect(describeReason(key, "ja"), key).toMatch(/[^。.]$/);
  }
});

test("no two reasons say the same", () => {
  expect(new Set(Object.values(reasonsEn)).size).toBe(keys.length);
  expect(new Set(Object.values(reasonsJa)).size).toBe(keys.length);
});
