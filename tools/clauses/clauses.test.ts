import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clauseRows, plant } from "./clauses.ts";

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

test("T-01 to T-57 have a row each, in order", () => {
  expect(clauseRows.map(({ clause }) => clause)).toEqual(
    Array.from({ length: 57 }, (_, index) => `T-${String(index + 1).padStart(2, "0")}`),
  );
});

test.each(clauseRows)("$clause: what carries it is where the row says, and so is the place of its fault", (row) => {
  expect(textOf(row.carrier.file)).toContain(row.carrier.symbol);
  expect(existsSync(new URL(`../../${row.test.file}`, import.meta.url))).toBe(true);
  const before = textOf(row.fault.file);
  const after = plant(row.fault, before);
  expect(after).not.toBe(before);
  expect(after.split("\n")).toHaveLength(before.split("\n").length);
});

test("a fault whose place is not there, or there twice, is refused", () => {
  const fault = { file: "a.ts", find: "x", replace: "y" };
  expect(() => plant(fault, "z")).toThrow('"x" stands 0 times in a.ts, not once');
  expect(() => plant(fault, "x x")).toThrow("2 times");
  expect(plant(fault, "a x b")).toBe("a y b");
});
