import { month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import { expect, test } from "vitest";
import type { Profile } from "../profile/profile.ts";
import { createRun, simulate } from "../simulate.ts";
import { ofType } from "../testing/events.ts";
import { activities, profileOf } from "../testing/steady.ts";

const may = month("2026-05");
const day = { name: "day", users: 12, start: "09:00", minutes: 480, weekdays: [1, 2, 3, 4, 5] };
const office = (team: Readonly<Record<string, unknown>>, parts: Readonly<Record<string, unknown>> = {}): Profile =>
  profileOf({ teams: [{ id: "office", shifts: [day], ...team }], ...parts });
const play = (profile: Profile, seed = 1, billed = may): readonly FlexEvent[] => [
  ...simulate(profile, { month: billed, seed }),
];

/** How many held a seat at once, at most. */
function peak(events: readonly FlexEvent[]): number {
  const changes = ofType(events, "dev.flexbill.seat").flatMap(({ data }) => [
    [Date.parse(data.start), 1] as const,
    ...(data.end === null ? [] : [[Date.parse(data.end), -1] as const]),
  ]);
  let [now, most] = [0, 0];
  for (const [, change] of changes.sort(([a, x], [b, y]) => a - b || x - y)) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

test("a user is in one activity at every instant, from the first to the last, on a seat that changes hands", () => {
  const events = play(office({ turnover: { perMilleMonth: 500, swap: "add-then-remove", overlapDays: 2 } }));
  const ends = new Map<string, string>();
  for (const { data } of ofType(events, "dev.flexbill.presence")) {
    expect(data.start).toBe(ends.get(data.user) ?? data.start);
    ends.set(data.user, data.end ?? "");
  }
  expect(ends.size).toBeGreaterThan(14);
  const seats = new Set(ofType(events, "dev.flexbill.seat").map(({ data }) => data.user));
  expect([...ends.keys()].filter((user) => !seats.has(user))).toEqual([]);
});

test("a swap that adds first makes a peak above the seats, one that removes first does not (T-09)", () => {
  const swapped = (swap: string, overlapDays: number) =>
    play(office({ turnover: { perMilleMonth: 300, swap, overlapDays } }), 3);
  const [adds, removes] = [swapped("add-then-remove", 0), swapped("remove-then-add", 0)];
  const seats = (events: readonly FlexEvent[]) => ofType(events, "dev.flexbill.seat").length;
  expect(seats(adds)).toBeGreaterThan(12);
  expect(seats(removes)).toBe(seats(adds));
  expect([peak(adds), peak(removes)]).toEqual([13, 12]);
});

test("a seat of a season is there in its season only, with new people each year", () => {
  const season = { from: "06-01", to: "09-15" };
  const profile = office({ shifts: [day, { ...day, name: "summer", users: 5, season }] });
  expect([peak(play(profile)), peak(play(profile, 1, month("2026-07")))]).toEqual([12, 17]);
  const users = (name: string) =>
    new Set(ofType(play(profile, 1, month(name)), "dev.flexbill.seat").map(({ data }) => data.user));
  expect([...users("2025-08")].filter((user) => users("2026-08").has(user)).length).toBe(12);
});

/** The hours of each interval outside the Logout Activity that began before 17:00 and went past it. */
function hoursAfterShift(events: readonly FlexEvent[]): readonly number[] {
  return ofType(events, "dev.flexbill.presence")
    .filter(({ data }) => data.activity !== activities.logout.sid && data.end !== null)
    .map(({ data }) => (Date.parse(data.end ?? "") - Date.parse(`${data.start.slice(0, 10)}T17:00:00Z`)) / 3_600_000)
    .filter((hours) => hours > 0);
}

test("who closes the lid is billed for half a minute more where logout is enforced, else until somebody sees it (G-5)", () => {
  const lids = (on: boolean) =>
    hoursAfterShift(play(office({ lidPerMille: 1000 }, { enforceLogout: [{ on, seconds: 30 }] })));
  const [enforced, found] = [lids(true), lids(false)];
  expect(enforced.length).toBe(12 * 21);
  expect(new Set(enforced.map((hours) => Math.round(hours * 3600)))).toEqual(new Set([30]));
  expect(Math.min(...found)).toBeGreaterThanOrEqual(0.5);
  expect(Math.max(...found)).toBeLessThanOrEqual(4);
});

test("who forgets to log out is billed until they come back, as often in a month as the profile says", () => {
  const long = hoursAfterShift(play(office({ forgottenPerMonth: 4 }))).filter((hours) => hours > 10);
  expect(long).toHaveLength(4);
  expect(long.every((hours) => Math.abs(hours - 16) < 0.1 || Math.abs(hours - 64) < 0.1)).toBe(true);
});

test("a lid that is closed in a break ends what is billed of the break, and the user signs in again", () => {
  const pause = { after: 120, minutes: 30 };
  const profile = office({ shifts: [{ ...day, breaks: [pause] }], lidBreakPerMille: 1000 });
  const events = play(profile);
  const breaks = ofType(events, "dev.flexbill.presence").filter(({ data }) => data.activity === activities.break.sid);
  expect(breaks.length).toBe(12 * 21);
  for (const { data } of breaks) expect(Date.parse(data.end ?? "") - Date.parse(data.start)).toBe(30_000);
  expect(ofType(events, "dev.flexbill.sign-in")).toHaveLength(2 * 12 * 21);
});

test("an activity that only looks like Offline and one that gets another name keep their own SIDs", () => {
  const lookalike = { sid: "WA00000000000000000000000000000009", name: "Offline" };
  const renamed = { ...activities.logout, renamed: [{ from: "2026-05-10", name: "退勤" }] };
  const pause = { after: 200, minutes: 30, activity: "lunch", weekdays: [2] };
  const events = play(
    office(
      { shifts: [{ ...day, breaks: [pause] }] },
      { activities: { ...activities, logout: renamed, others: { lunch: lookalike } } },
    ),
  );
  const names = new Map<string, Set<string>>();
  for (const { data } of ofType(events, "dev.flexbill.presence")) {
    names.set(data.activity, (names.get(data.activity) ?? new Set()).add(data.activityName ?? ""));
  }
  expect([...(names.get(lookalike.sid) ?? [])]).toEqual(["Offline"]);
  expect([...(names.get(renamed.sid) ?? [])].sort()).toEqual(["Offline", "退勤"]);
});

test("on a closed holiday only those come who work on holidays", () => {
  const holidays = [
    { date: "05-25", arrivals: 10 },
    { date: "2026-05-26", closed: false },
  ];
  const on = (date: string, worksHolidays: boolean) =>
    ofType(play(office({ worksHolidays }, { holidays })), "dev.flexbill.sign-in").filter(({ data }) =>
      data.at.startsWith(date),
    ).length;
  expect([on("2026-05-25", false), on("2026-05-25", true), on("2026-05-26", false)]).toEqual([0, 12, 12]);
});

test("hours per user stay within three per cent of the roster, over twenty seeds with absences, breaks and lateness", () => {
  const profile = office({
    shifts: [{ ...day, breaks: [{ after: 120, minutes: 15 }], breakSpreadMinutes: 60, startSpreadMinutes: 30 }],
    absencePerMille: 60,
    lateSeconds: [0, 60, 300],
    lidPerMille: 100,
  });
  for (let seed = 1; seed <= 20; seed += 1) {
    const run = createRun(profile, { month: may, seed });
    for (const batch of run.batches) expect(batch.length).toBeLessThan(2000);
    const { hoursPerUser, rosterHoursPerUser } = run.statistics();
    expect(Math.abs(hoursPerUser / rosterHoursPerUser - 1)).toBeLessThan(0.03);
    expect(rosterHoursPerUser / (21 * 8)).toBeGreaterThan(0.88);
    expect(rosterHoursPerUser / (21 * 8)).toBeLessThan(1);
  }
});

test("teams follow the clock of their own zone", () => {
  const profile = office({ timeZone: "Asia/Tokyo" });
  const [first] = ofType(play(profile), "dev.flexbill.sign-in");
  expect(first?.data.at).toBe("2026-05-01T00:00:00Z");
});
