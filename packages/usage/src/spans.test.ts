import { formatExact, fromEpochMilliseconds, type Interval, instant, unite, unitedSeconds } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addSpan, createSpans, type Spans, spannedSeconds, unitedSpans } from "./spans.ts";

function spansOf(intervals: readonly Interval[]): Spans {
  const spans = createSpans();
  for (const { start, end } of intervals) addSpan(spans, start, end);
  return spans;
}

const whole = fc
  .tuple(fc.nat(3000), fc.nat(20))
  .map(([start, length]) => ({ start: fromEpochMilliseconds(start), end: fromEpochMilliseconds(start + length) }));

const fine = fc.constant({ start: instant("1970-01-01T00:00:00.0015Z"), end: instant("1970-01-01T00:00:00.0405Z") });

test("the union is the kernel's, in whatever order the intervals come", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 40, arbitrary: whole }, { weight: 1, arbitrary: fine }), { maxLength: 300 }),
      (intervals) => {
        const spans = spansOf(intervals);
        expect(unitedSpans(spans)).toEqual(unite(intervals));
        expect(formatExact(spannedSeconds(spans))).toBe(formatExact(unitedSeconds(intervals)));
      },
    ),
    { numRuns: 400 },
  );
});

test("nearly sorted intervals are kept joined as they come", () => {
  const intervals = Array.from({ length: 500 }, (_, index) => {
    const start = index * 10 + ((index * 7) % 60);
    return { start: fromEpochMilliseconds(start), end: fromEpochMilliseconds(start + 25) };
  });
  const spans = spansOf(intervals);
  expect(spans.late).toEqual([]);
  expect(unitedSpans(spans)).toEqual(unite(intervals));
});

test("intervals in falling order stay few once they touch", () => {
  const spans = createSpans();
  for (let at = 100_000; at > 0; at -= 1) addSpan(spans, fromEpochMilliseconds(at), fromEpochMilliseconds(at + 1));
  expect(spans.bounds.length + spans.late.length).toBeLessThan(300);
  expect(unitedSpans(spans)).toHaveLength(1);
});
