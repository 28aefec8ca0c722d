import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createAgenda } from "./agenda.ts";

test.prop([fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 900 })])(
  "what is put in comes out by time, then by turn",
  (times) => {
    const seen: (readonly [number, number])[] = [];
    const agenda = createAgenda<null>();
    for (const [turn, at] of times.entries()) {
      agenda.put(at, (_, subject: number, now) => seen.push([now, subject]), turn);
    }
    while (agenda.step(null));
    expect(seen).toEqual(times.map((at, turn) => [at, turn] as const).sort(([a, i], [b, j]) => a - b || i - j));
  },
);

test("what happens may put in more, and what is due next can be asked", () => {
  const agenda = createAgenda<number[]>();
  agenda.put(
    5,
    (seen, step: number, now) => {
      seen.push(now);
      agenda.put(now + step, (list, _: null, at) => list.push(at), null);
    },
    3,
  );
  const seen: number[] = [];
  expect(agenda.due()).toBe(5);
  agenda.step(seen);
  expect(agenda.due()).toBe(8);
  while (agenda.step(seen));
  expect([seen, agenda.due()]).toEqual([[5, 8], Number.POSITIVE_INFINITY]);
});
