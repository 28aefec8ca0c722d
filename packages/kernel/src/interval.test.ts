import fc from "fast-check";
import { expect, test } from "vitest";
import { instants, intervals } from "../test/arbitraries.ts";
import { alike } from "../test/laws.ts";
import {
  add,
  contains,
  formatInstant,
  type Interval,
  instant,
  intersect,
  isBefore,
  isEmpty,
  secondsOf,
  subtract,
  sum,
  unite,
  unitedSeconds,
  zero,
} from "./index.ts";

const lists = fc.array(intervals, { maxLength: 10 });

/** Every point at which something can change, which is enough to compare half-open intervals. */
function points(list: readonly Interval[]) {
  return list.flatMap(({ start, end }) => [start, end]);
}

test("a union holds exactly the instants that a part holds", () => {
  fc.assert(
    fc.property(lists, (list) => {
      const united = unite(list);
      for (const point of points(list))
        expect(united.some((each) => contains(each, point))).toBe(list.some((each) => contains(each, point)));
    }),
  );
});

test("a union is sorted, without empty parts, and its parts do not touch", () => {
  fc.assert(
    fc.property(lists, (list) => {
      const united = unite(list);
      expect(united.some(isEmpty)).toBe(false);
      expect(united.slice(1).every((each, at) => isBefore(united[at]?.end ?? each.start, each.start))).toBe(true);
    }),
  );
});

test("uniting again, or in another order, changes nothing", () => {
  fc.assert(fc.property(lists, (list) => alike(unite([...unite(list)].reverse()), unite(list))));
  fc.assert(fc.property(lists, (list) => alike(unite([...list].reverse()), unite(list))));
});

test("two intervals together last as long as both, less what they share", () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const shared = intersect(a, b);
      const both = add(secondsOf(a), secondsOf(b));
      expect(unitedSeconds([a, b])).toEqual(subtract(both, shared === undefined ? zero : secondsOf(shared)));
      expect(intersect(b, a)).toEqual(shared);
    }),
  );
});

test("split time adds up to the whole", () => {
  fc.assert(
    fc.property(instants, instants, instants, (a, b, c) => {
      const [start, middle, end] = [a, b, c].sort((x, y) => (isBefore(x, y) ? -1 : 1));
      if (start === undefined || middle === undefined || end === undefined) return;
      expect(sum([secondsOf({ start, end: middle }), secondsOf({ start: middle, end })])).toEqual(
        secondsOf({ start, end }),
      );
    }),
  );
});

test("an interval holds its start and not its end", () => {
  const hour = { start: instant("2025-05-01T00:00:00Z"), end: instant("2025-05-01T01:00:00Z") };
  expect([contains(hour, hour.start), contains(hour, hour.end)]).toEqual([true, false]);
  expect(isEmpty({ start: hour.end, end: hour.start })).toBe(true);
  expect(intersect(hour, { start: hour.end, end: hour.end })).toBeUndefined();
  expect(unite([hour, { start: hour.end, end: hour.end }]).map(({ end }) => formatInstant(end))).toEqual([
    "2025-05-01T01:00:00Z",
  ]);
});
