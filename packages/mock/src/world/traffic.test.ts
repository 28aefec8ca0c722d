import { addSeconds, calendar, compareInstants, decimal, type Instant, instant, type Month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { monthlyTraffic, scripted, type Traffic, together } from "./traffic.ts";

const zone = calendar("UTC");
const begin = instant("2026-01-20T00:00:00Z");
const after = (seconds: number): Instant => addSeconds(begin, decimal(seconds));

/** Every 7 hours of a month, and once two days into the next one; a number that each month tells again. */
function* eventsOf(month: Month): Generator<FlexEvent> {
  const envelope = { specversion: "1.0", source: `/test/${month}`, subject: "AC1" } as const;
  yield {
    ...{ ...envelope, id: "number", type: "dev.flexbill.number", time: `${month}-01T00:00:00Z` },
    data: { number: "PN1", country: "US", numberType: "local", purchased: "2025-12-01T00:00:00Z", released: null },
  } as FlexEvent;
  const start = zone.period(month).start;
  for (let hour = 0; hour < 33 * 24; hour += 7) {
    const time = new Date(Number(start) + hour * 3_600_000).toISOString();
    yield {
      ...{ ...envelope, id: String(hour), type: "dev.flexbill.sign-in", time },
      data: { user: "WK1", at: time },
    } as FlexEvent;
  }
}

function told(traffic: Traffic, from: Instant, to: Instant) {
  return [...traffic.between(from, to)].map((each) =>
    "event" in each ? `${each.event.source} ${each.event.id} ${String(each.at)}` : "step",
  );
}

test("a stretch holds the same whatever it is cut into, and whatever was asked before", () => {
  const length = 60 * 86_400;
  const whole = told(monthlyTraffic(zone, eventsOf), begin, after(length));
  expect(whole.length).toBeGreaterThan(200);
  fc.assert(
    fc.property(fc.array(fc.nat(length), { maxLength: 12 }), fc.nat(length), (cuts, back) => {
      const traffic = monthlyTraffic(zone, eventsOf);
      const places = [0, ...cuts.toSorted((a, b) => a - b), length];
      const parts = places.slice(1).flatMap((to, index) => told(traffic, after(places[index] ?? 0), after(to)));
      expect(parts).toEqual(whole);
      const again = [...told(traffic, begin, after(back)), ...told(traffic, after(back), after(length))];
      expect(again).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});

test("nothing comes before its begin, what comes is in the order of time, and what stands is told as one", () => {
  const traffic = monthlyTraffic(zone, eventsOf, instant("2026-02-01T00:00:00Z"));
  expect(told(traffic, begin, instant("2026-02-01T00:00:00Z"))).toEqual([]);
  const all = [...traffic.between(begin, after(50 * 86_400))];
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted(compareInstants));
  const numbers = all.flatMap((each) =>
    "event" in each && each.event.type === "dev.flexbill.number" ? [each.event] : [],
  );
  expect(numbers.length).toBe(2);
  expect(new Set(numbers.map(({ source, id }) => `${source} ${id}`)).size).toBe(1);
});

test("several sources come together in the order of time", () => {
  const at = instant("2026-02-01T00:00:01Z");
  const story = scripted([{ at, step: () => undefined }]);
  const both = together(monthlyTraffic(zone, eventsOf), story);
  const stretch = told(both, instant("2026-02-01T00:00:00Z"), instant("2026-02-01T07:00:00Z"));
  expect(stretch.indexOf("step")).toBeGreaterThan(0);
  expect(stretch.at(-1)).toContain("/test/2026-01 749 ");
  expect(stretch.at(-2)).toBe("step");
});
