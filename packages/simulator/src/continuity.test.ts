import { calendar, instant, month } from "@flexbill/kernel";
import { expect, test } from "vitest";
import type { Profile } from "./profile/profile.ts";
import { profileById } from "./profile/shipped.ts";
import { simulate } from "./simulate.ts";
import { ofType, said } from "./testing/events.ts";

const clinic = profileById("clinic") as Profile;
const [may, june] = [month("2026-05"), month("2026-06")];
const both = [...simulate(clinic, { months: [may, june], seed: 5 })];
const { start: middle } = calendar("UTC").period(june);

test("months that follow each other are one run, whatever their order and however they are asked for", () => {
  const asked = simulate(clinic, {
    from: instant("2026-05-01T00:00:00Z"),
    to: instant("2026-07-01T00:00:00Z"),
    seed: 5,
  });
  expect(said(asked)).toEqual(said(both));
  expect(said(simulate(clinic, { months: [june, may], seed: 5 }))).toEqual(said(both));
});

test("a run without an end tells the same, for as long as it is read", () => {
  const endless = simulate(clinic, { from: instant("2026-05-01T00:00:00Z"), seed: 5 });
  const read: string[] = [];
  for (const event of endless) if (read.push(...said([event])) === 60_000) break;
  const seats = (lines: readonly string[]) => lines.filter((line) => !line.includes("dev.flexbill.seat"));
  expect(seats(read)).toEqual(seats(said(both.slice(0, 60_000))));
});

test("nobody starts anew at midnight: calls, shifts and identities go over the edge of a month once", () => {
  const edge = Number(middle);
  const over = ofType(both, "dev.flexbill.presence").filter(
    ({ data }) => Date.parse(data.start) < edge && data.end !== null && Date.parse(data.end) > edge,
  );
  expect(new Set(over.map(({ data }) => data.user)).size).toBe(over.length);
  expect(over.length).toBe(12);
  expect(new Set(both.map(({ id }) => id)).size).toBe(both.length);
});

test("a month by itself has the same contacts as the same month of a longer run", () => {
  const calls = (events: typeof both) =>
    [
      ...new Set(
        ofType(events, "dev.flexbill.call-leg")
          .filter(({ data }) => data.direction === "inbound")
          .map(({ data }) => data.call),
      ),
    ].sort();
  const alone = calls([...simulate(clinic, { month: june, seed: 5 })]);
  const within = calls(both.filter((event) => "start" in event.data && Date.parse(event.data.start) >= Number(middle)));
  expect(alone.length).toBeGreaterThan(5000);
  expect(alone).toEqual(within);
});

test("a team and a line more move nothing in the rest", () => {
  const [desk] = clinic.teams;
  const [line] = clinic.calls;
  if (desk === undefined || line === undefined) throw new Error("the clinic has a desk and a line");
  const larger: Profile = {
    ...clinic,
    teams: [{ ...desk, id: "annex" }, ...clinic.teams],
    queues: [{ id: "annex", teams: ["annex"], withinSeconds: 20 }, ...clinic.queues],
    calls: [{ ...line, id: "annex", queue: "annex", transfers: undefined }, ...clinic.calls],
    counted: [],
  };
  const before = said(simulate({ ...clinic, counted: [] }, { month: may, seed: 5 }));
  const after = new Set(said(simulate(larger, { month: may, seed: 5 })));
  expect(after.size).toBeGreaterThan(before.length * 1.5);
  expect(before.filter((line) => !after.has(line))).toEqual([]);
});

test("an account of one's own is on every event of the main account, and nothing else changes", () => {
  const account = "AC0000000000000000000000000000beef";
  const [event] = simulate(clinic, { month: may, seed: 5, account });
  expect(event?.subject).toBe(account);
});
