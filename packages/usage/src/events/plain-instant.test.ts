import { epochMilliseconds, parseInstant } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainInstant } from "./plain-instant.ts";

const parts = fc.tuple(
  fc.integer({ min: 900, max: 9999 }),
  fc.integer({ min: 0, max: 13 }),
  fc.integer({ min: 0, max: 32 }),
  fc.integer({ min: 0, max: 24 }),
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 60 }),
  fc.constantFrom("", ".000", ".001", ".999", ".1", ".12345"),
);

function two(value: number): string {
  return String(value).padStart(2, "0");
}

test("where the fast form answers, the kernel's reader gives the same", () => {
  let answered = 0;
  fc.assert(
    fc.property(parts, ([year, month, day, hour, minute, second, fraction]) => {
      const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
      const text = `${date}T${two(hour)}:${two(minute)}:${two(second)}${fraction}Z`;
      const plain = plainInstant(text);
      const parsed = parseInstant(text);
      if (Number.isNaN(plain)) {
        if (parsed.ok) expect(year < 1000 || second === 60 || ![20, 24].includes(text.length)).toBe(true);
        return;
      }
      answered += 1;
      expect(parsed.ok && epochMilliseconds(parsed.value)).toBe(plain);
    }),
    { numRuns: 3000 },
  );
  expect(answered).toBeGreaterThan(500);
});

test("the last day of February, leap year or not", () => {
  expect(plainInstant("2024-02-29T00:00:00Z")).toBe(Date.UTC(2024, 1, 29));
  expect(plainInstant("2000-02-29T00:00:00Z")).toBe(Date.UTC(2000, 1, 29));
  expect(plainInstant("2025-02-29T00:00:00Z")).toBeNaN();
  expect(plainInstant("1900-02-29T00:00:00Z")).toBeNaN();
});
