import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTrips } from "../test/laws.ts";
import { canonicalJson, decimal } from "./index.ts";

test("what is written reads as the same value", () => {
  roundTrips(fc.jsonValue({ noUnicodeString: false }).map(withoutNegativeZero), canonicalJson, (text) =>
    JSON.parse(text),
  );
});

function withoutNegativeZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("it is what JSON.stringify writes, for what JSON can hold", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(value)).toBe(JSON.stringify(value));
    }),
  );
});

test("members keep their order, and those that are undefined are left out", () => {
  expect(canonicalJson({ b: 1, a: undefined, c: { z: [], y: {} } })).toBe('{"b":1,"c":{"z":[],"y":{}}}');
  expect(canonicalJson(-0)).toBe("0");
});

test.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1n,
  undefined,
  [undefined],
  new Array(1),
  new Date(0),
  new Map(),
  Symbol("s"),
  () => 1,
])("what JSON has no form for is an assertion", (value) =>
  expect(() => canonicalJson({ value: [value] })).toThrow(expect.objectContaining({ name: "AssertionError" })),
);

test("an object without a prototype is a plain one", () => {
  expect(canonicalJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
});

test("a decimal is no JSON by accident beyond 2^53", () => {
  expect(() => canonicalJson(decimal("9007199254740993"))).toThrow("no such value");
});
