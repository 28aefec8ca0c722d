import { expect, test } from "vitest";
import { assert, fail, isOk, issue, ok, unreachable } from "./index.ts";

test("a broken promise is an Error of its own name", () => {
  expect(() => assert(false, "Money is exact")).toThrow(
    expect.objectContaining({ name: "AssertionError", message: "Money is exact" }),
  );
  expect(() => assert(true, "Money is exact")).not.toThrow();
});

test("a case that was left out names the value", () => {
  expect(() => unreachable("seventh" as never)).toThrow("left out: seventh");
});

test("a result has a value or the reasons why not", () => {
  const trouble = issue("schema.empty", {});
  expect(isOk(ok(1, [trouble]))).toBe(true);
  expect(ok(1)).toEqual({ ok: true, value: 1, issues: [] });
  expect(isOk(fail([trouble]))).toBe(false);
});
