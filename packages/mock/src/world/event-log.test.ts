import { billingMonths } from "@flexbill/invariants";
import { calendar, type Month, month, nextMonth } from "@flexbill/kernel";
import { type FlexEvent, parseEvent } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEventLog } from "./event-log.ts";

const account = "AC00000000000000000000000000000001";
const zone = calendar("UTC");

function used(date: string, id: string, user: string | null = null): FlexEvent {
  const data = { product: "studio", unit: "engagement", quantity: "1", at: `${date}T12:00:00Z`, user, dimensions: {} };
  return { specversion: "1.0", id, source: "/test", type: "dev.flexbill.usage", subject: account, data };
}

const told = (events: readonly FlexEvent[]) => events.map((each) => JSON.stringify(each)).toSorted();

test("what is packed when a month is over is known, found and told as before", () => {
  const log = createEventLog(account, [used("2026-01-05", "one"), used("2026-01-06", "two")], zone);
  expect(log.add(used("2026-02-01", "three"))).toBeDefined();
  expect(log.add(used("2026-01-05", "one"))).toBeUndefined();
  expect(log.find({ source: "/test", id: "two" })).toEqual(used("2026-01-06", "two"));
  expect(log.find({ source: "/test", id: "four" })).toBeUndefined();
  expect(log.add(used("2026-01-31", "late"))).toBeDefined();
  const january = () => log.relevantTo(month("2026-01"), { earlierPresence: false }).map(({ event }) => event.id);
  expect(january().toSorted()).toEqual(["late", "one", "two"]);
  expect(log.amend(used("2026-01-06", "two", "WK1"))?.event.data).toMatchObject({ user: "WK1" });
  expect(log.find({ source: "/test", id: "two" })).toEqual(used("2026-01-06", "two", "WK1"));
  expect(january().toSorted()).toEqual(["late", "one", "two"]);
  expect(log.amend(used("2026-01-06", "never"))).toBeUndefined();
  expect(log.all().length).toBe(4);
});

test("a log that is filled in the order of time and packs holds what one does that is filled at once", () => {
  fc.assert(
    fc.property(billingMonths(), (drawn) => {
      const events = drawn.events.flatMap((each) => {
        const parsed = parseEvent(each);
        return parsed.ok ? [parsed.value] : [];
      });
      const forwards = createEventLog(account, events, zone);
      const backwards = createEventLog(account, [...events].reverse().toSorted(later), zone);
      expect(told(backwards.all()).length).toBe(told(forwards.all()).length);
      const around: Month[] = [month(drawn.month), nextMonth(month(drawn.month))];
      for (const each of around) {
        const identities = (log: typeof forwards) =>
          log
            .relevantTo(each, { earlierPresence: true })
            .map(({ event }) => `${event.source} ${event.id}`)
            .toSorted();
        const distinct = new Set(events.map(({ source, id }) => `${source} ${id}`));
        if (distinct.size === events.length) expect(identities(backwards)).toEqual(identities(forwards));
      }
    }),
    { numRuns: 100 },
  );
});

/** By the text of their data: any order but the one they came in. */
function later(one: FlexEvent, other: FlexEvent): number {
  return JSON.stringify(one.data) < JSON.stringify(other.data) ? 1 : -1;
}
