import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createAgenda } from "./agenda.ts";

test.prop([fc.array(fc.integer({ min: 0, max: 20 }))])("what is put in comes out by time, then by turn", (times) => {
  const agenda = createAgenda();
  const seen: (readonly [number, number])[] = [];
  for (const [turn, at] of times.entries()) agenda.put(at, () => seen.push([at, turn]));
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) next.happen();
  expect(seen).toEqual(times.map((at, turn) => [at, turn] as const).sort(([a, i], [b, j]) => a - b || i - j));
});
