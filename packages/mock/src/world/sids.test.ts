import { expect, test } from "vitest";
import { createSids, sidOf } from "./sids.ts";

test("a name that already is a SID is kept, any other has a SID of its own that never changes", () => {
  const own = `CA${"0123456789abcdef".repeat(2)}`;
  expect(sidOf("CA", own)).toBe(own);
  expect(sidOf("CA", "call 7")).toBe(sidOf("CA", "call 7"));
  expect(sidOf("CA", "call 7")).toMatch(/^CA[0-9a-f]{32}$/);
  expect(sidOf("SM", "call 7").slice(2)).not.toBe(sidOf("CA", "call 7").slice(2));
});

test("ten thousand SIDs of one series differ, and a series goes on where it was left", () => {
  const sids = createSids("world");
  const made = Array.from({ length: 10_000 }, () => sids.next("WK"));
  expect(new Set(made).size).toBe(10_000);
  expect(createSids("world", 9_999).next("WK")).toBe(made[9_999]);
});
