import { calendar, instant, isBefore, type Month, month } from "@flexbill/kernel";
import { type FlexEvent, parseEvent } from "@flexbill/usage";
import { expect, test } from "vitest";
import type { Profile } from "./profile/profile.ts";
import { profileById, profileIds } from "./profile/shipped.ts";
import { createRun, simulate } from "./simulate.ts";

const demo = profileById("demo") as Profile;
const october = month("2026-10");
const play = (seed: number, m: Month = october): readonly FlexEvent[] => [...simulate(demo, { month: m, seed })];
const ofType = <T extends FlexEvent["type"]>(events: readonly FlexEvent[], type: T) =>
  events.filter((event): event is Extract<FlexEvent, { type: T }> => event.type === type);
function first<T>(values: Iterable<T>, count: number): readonly T[] {
  const taken: T[] = [];
  for (const value of values) if (taken.push(value) === count) break;
  return taken;
}
const events = play(1);

test("every shipped profile fits the schema of profiles", () => {
  expect(profileIds.map((id) => profileById(id)?.id)).toEqual(profileIds);
  expect(profileById("toString")).toBeUndefined();
});

test("the same seed gives the same bytes, another seed another month", () => {
  const begin = (seed: number): string => JSON.stringify(first(simulate(demo, { month: october, seed }), 5000));
  expect(begin(1)).toBe(JSON.stringify(events.slice(0, 5000)));
  expect(begin(2)).not.toBe(begin(1));
});

test("every event parses as an event, with identities of its own", () => {
  for (const event of events) expect(parseEvent(event).ok).toBe(true);
  expect(new Set(events.map(({ id, source }) => `${source} ${id}`)).size).toBe(events.length);
});

test("events come in the order in which they become known", () => {
  const times = events.map(({ time }) => Date.parse(time ?? ""));
  expect(times.every((time, at) => at === 0 || (times[at - 1] as number) <= time)).toBe(true);
});

test("the month of the demo has what a small contact centre has", () => {
  expect(events.length).toBeGreaterThan(20_000);
  expect(events.length).toBeLessThan(60_000);
  const kinds = new Set(events.map(({ type }) => type.replace("dev.flexbill.", "")));
  expect([...kinds].sort()).toEqual(
    ["call-leg", "message", "number", "presence", "recording", "seat", "sign-in", "usage"].sort(),
  );
  const messages = ofType(events, "dev.flexbill.message");
  expect(messages.some(({ data }) => data.channel === "sms" && data.carrier !== null && data.segments !== "1")).toBe(
    true,
  );
  expect(messages.some(({ data }) => data.provider?.name === "Meta" && data.provider.fee !== null)).toBe(true);
  expect(new Set(ofType(events, "dev.flexbill.call-leg").map(({ data }) => data.leg))).toEqual(
    new Set(["pstn", "client"]),
  );
});

test("one user forgets to log out and stays billable until the next shift", () => {
  const hours = ofType(events, "dev.flexbill.presence")
    .filter(({ data }) => data.activity !== demo.activities.logout.sid && data.end !== null)
    .map(({ data }) => (Date.parse(data.end as string) - Date.parse(data.start)) / 3_600_000)
    .sort((a, b) => b - a);
  expect(hours[0]).toBeGreaterThan(10);
  expect(hours[1]).toBeLessThan(5);
});

test("a user is in one activity at every instant", () => {
  const ends = new Map<string, string>();
  for (const { data } of ofType(events, "dev.flexbill.presence")) {
    expect(data.start).toBe(ends.get(data.user) ?? data.start);
    ends.set(data.user, data.end ?? "");
  }
});

test("a call of an agent lies inside their time at work", () => {
  const presence = ofType(events, "dev.flexbill.presence").filter(({ data }) => data.activityName === "Available");
  for (const { data } of ofType(events, "dev.flexbill.call-leg")
    .filter(({ data }) => data.leg === "client")
    .slice(0, 300)) {
    const around = presence.some(
      ({ data: { user, start, end } }) =>
        user === data.user &&
        Date.parse(start) <= Date.parse(data.start) &&
        Date.parse(data.start) <= Date.parse(end ?? "9999"),
    );
    expect(around).toBe(true);
  }
});

test("what is dated by one instant lies in the billing month", () => {
  const { start, end } = calendar("UTC").period(october);
  for (const { data } of [...ofType(events, "dev.flexbill.message"), ...ofType(events, "dev.flexbill.sign-in")]) {
    expect(isBefore(instant(data.at), start) || !isBefore(instant(data.at), end)).toBe(false);
  }
});

test("the figures of a run are believable", () => {
  const run = createRun(demo, { month: october, seed: 3 });
  const count = [...run.events].length;
  const figures = run.statistics();
  expect(figures.events).toBe(count);
  expect(figures.answered + figures.abandoned).toBeGreaterThan(figures.calls - figures.closed);
  expect(figures.hoursPerUser).toBeGreaterThan(150);
  expect(figures.hoursPerUser).toBeLessThan(200);
  expect(figures.occupancy).toBeGreaterThan(0.25);
  expect(figures.occupancy).toBeLessThan(0.85);
  expect(figures.serviceLevel).toBeGreaterThan(0.6);
});

test("events are made as they are read", () => {
  const [first] = simulate(demo, { month: october, seed: 1 });
  expect(first?.type).toBe("dev.flexbill.seat");
});
