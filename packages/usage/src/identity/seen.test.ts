import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeen } from "./seen.ts";

const words = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 0xffff_ffff }));
const pairs = fc.tuple(words, words, words);

test("answers as a map of identities to their first content does", () => {
  fc.assert(
    fc.property(fc.array(pairs, { maxLength: 200 }), (entries) => {
      const seen = createSeen();
      const first = new Map<string, number>();
      for (const [a, b, content] of entries.map((words) => words.map((word) => word | 0))) {
        if (a === undefined || b === undefined || content === undefined) continue;
        const identity = a === 0 && b === 0 ? "0 1" : `${a} ${b}`;
        const wanted = !first.has(identity) ? "new" : first.get(identity) === content ? "same" : "other";
        expect(seen.has(a, b, content)).toBe(wanted === "same");
        expect(seen.look(a, b, content)).toBe(wanted);
        if (wanted === "new") first.set(identity, content);
      }
      expect(seen.size()).toBe(first.size);
    }),
  );
});

test("keeps 100,000 identities in less than 22 bytes each", () => {
  const seen = createSeen();
  let state = 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5) >>> 0;
    return Math.imul(state ^ (state >>> 13), 0x297a_2d39) >>> 0;
  };
  for (let count = 0; count < 100_000; count += 1) seen.look(next() | 0, next() | 0, 1);
  expect(seen.size()).toBeGreaterThan(99_000);
  expect(seen.bytes() / seen.size()).toBeLessThan(22);
});
