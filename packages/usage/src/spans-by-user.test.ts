import { fromEpochMilliseconds, type Interval, instant, unite } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unitedSpans } from "./spans.ts";
import { createSpansByUser } from "./spans-by-user.ts";
import { createUsers } from "./users.ts";

const names = ["WK1", "WK2", "WK3"];
const fine = instant("1970-01-01T00:00:00.0015Z");

const times = fc.record({
  user: fc.constantFrom(...names),
  start: fc.integer({ min: -500, max: 500 }),
  length: fc.integer({ min: 1, max: 30 }),
  isFine: fc.boolean(),
});

function intervalOf({ start, length, isFine }: { start: number; length: number; isFine: boolean }): Interval {
  return isFine && start > 2
    ? { start: fine, end: fromEpochMilliseconds(start) }
    : { start: fromEpochMilliseconds(start), end: fromEpochMilliseconds(start + length) };
}

test("each user's union is that of the user's own intervals, however they are mixed", () => {
  fc.assert(
    fc.property(fc.array(times, { maxLength: 150 }), fc.nat(150), (list, readAfter) => {
      const users = createUsers();
      const spans = createSpansByUser();
      for (const [index, one] of list.entries()) {
        const { start, end } = intervalOf(one);
        spans.add(users.indexOf(one.user), start, end);
        if (index === readAfter) spans.byName(users);
      }
      const wanted = names.flatMap((user) => {
        const own = list.filter((one) => one.user === user).map(intervalOf);
        return own.length === 0 ? [] : [[user, unite(own)] as const];
      });
      const got = Array.from(spans.byName(users), ([user, own]) => [user, unitedSpans(own)] as const);
      expect(new Map(got)).toEqual(new Map(wanted));
    }),
  );
});

test("many intervals are handed out before they are too many", () => {
  const users = createUsers();
  const spans = createSpansByUser();
  const [one, two] = [users.indexOf("WK1"), users.indexOf("WK2")];
  for (let at = 0; at < 40_000; at += 1) {
    spans.add(at % 2 === 0 ? one : two, fromEpochMilliseconds(at), fromEpochMilliseconds(at + 2));
  }
  const whole = Array.from(spans.byName(users).values(), unitedSpans);
  expect(whole.map((united) => united.length)).toEqual([1, 1]);
});
