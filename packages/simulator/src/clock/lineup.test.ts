import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { emptyLineup, join, type Lineup, leave, placeOf } from "./lineup.ts";

function contents<T>(lineup: Lineup<T>): readonly T[] {
  const found: T[] = [];
  for (let place = lineup.first; place !== null; place = place.after) found.push(place.of);
  return found;
}

const step = fc.record({ who: fc.integer({ min: 0, max: 9 }), joins: fc.boolean() });

test.prop([fc.array(step, { maxLength: 60 })])(
  "a line is what is left of those who joined, in their order",
  (steps) => {
    const lineup = emptyLineup<number>();
    const places = Array.from({ length: 10 }, (_, who) => placeOf(who));
    const model: number[] = [];
    for (const { who, joins } of steps) {
      const place = places[who];
      if (place === undefined) continue;
      const at = model.indexOf(who);
      if (joins) {
        join(lineup, place);
        if (at < 0) model.push(who);
      } else {
        leave(lineup, place);
        if (at >= 0) model.splice(at, 1);
      }
      expect(contents(lineup)).toEqual(model);
      expect([lineup.length, lineup.last?.of]).toEqual([model.length, model.at(-1)]);
    }
  },
);
