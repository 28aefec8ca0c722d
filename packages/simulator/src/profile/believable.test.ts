import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createRun } from "../simulate.ts";
import type { RunStatistics } from "../statistics.ts";
import type { Believable, Profile } from "./profile.ts";
import { profileById, profileIds } from "./shipped.ts";

const profile = (id: string): Profile => profileById(id) as Profile;

/** The figures of some days of October 2026. */
function figuresOf(of: Profile, days: number, seed: number): RunStatistics {
  const from = instant("2026-10-05T00:00:00Z");
  const to = instant(`2026-10-${String(5 + days).padStart(2, "0")}T00:00:00Z`);
  const run = createRun(of, { from, to, seed });
  for (const batch of run.batches) expect(batch.length).toBeLessThan(20_000);
  return run.statistics();
}

/** The figures that lie outside of what the profile calls believable. */
const outside = (figures: RunStatistics, believable: Believable): readonly string[] =>
  Object.entries(believable).flatMap(([name, range]) => {
    const value = figures[name as keyof Believable];
    return range === undefined || (value >= range[0] && value <= range[1]) ? [] : [`${name} ${value}`];
  });

test("every shipped profile says what is believable of occupancy, service level, hours and messages", () => {
  for (const id of profileIds) {
    expect([id, ...Object.keys(profile(id).believable)].sort()).toEqual(
      [id, "hoursPerUser", "messagesPerContact", "occupancy", "serviceLevel"].sort(),
    );
  }
});

test.for(["clinic", "demo", "migration"])("three weeks of %s are as the profile says", { timeout: 120_000 }, (id) => {
  const { hoursPerUser, ...rest } = profile(id).believable;
  const figures = figuresOf(profile(id), 22, 4);
  expect(outside(figures, rest)).toEqual([]);
  const [least, most] = hoursPerUser ?? [0, 0];
  expect(
    outside({ ...figures, hoursPerUser: (figures.hoursPerUser * 31) / 22 }, { hoursPerUser: [least, most * 1.1] }),
  ).toEqual([]);
});

test.for([
  ["retailer-jp", 7],
  ["airline", 4],
  ["insurer", 4],
  ["outsourcer", 1],
] as const)("busy days of %s are as the profile says (%d)", { timeout: 120_000 }, ([id, days]) => {
  const { hoursPerUser: _, ...rest } = profile(id).believable;
  expect(outside(figuresOf(profile(id), days, 4), rest)).toEqual([]);
});
