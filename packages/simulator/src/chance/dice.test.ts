import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { childDice, diceOf, peek, roll } from "./dice.ts";

const word = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test.prop([word, fc.string(), fc.integer({ min: 0, max: 50 })])(
  "what dice give next depends on their path and on how often they were thrown, and on nothing else",
  (seed, name, throws) => {
    const [one, other] = [diceOf(seed, name), diceOf(seed, name)];
    for (let count = 0; count < throws; count += 1) expect(roll(one)).toBe(roll(other));
    const child = childDice(one, 7);
    expect(roll(child)).toBe(roll(childDice(other, 7)));
    expect(peek(one, 3)).toBe(peek({ ...one, drawn: 99 }, 3));
  },
);

test("dice of thousands of children, seats and seeds never repeat each other", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 20; seed += 1) {
    const root = diceOf(seed, "line");
    for (let child = 0; child < 2000; child += 1) {
      const { high, low } = childDice(root, child);
      seen.add(`${high} ${low}`);
    }
  }
  expect(seen.size).toBe(40_000);
});
