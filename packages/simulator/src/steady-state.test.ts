import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import type { Profile } from "./profile/profile.ts";
import { createRun } from "./simulate.ts";
import type { RunStatistics } from "./statistics.ts";
import { erlang } from "./testing/erlang.ts";
import { steady } from "./testing/steady.ts";

const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
const from = instant("2026-02-02T00:00:00Z");
const to = instant("2026-02-12T00:00:00Z");
const daySeconds = 86_400;

function figuresOf(profile: Profile, seed: number): RunStatistics {
  const run = createRun(profile, { from, to, seed });
  for (const batch of run.batches) if (batch.length < 0) break;
  return run.statistics();
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test.for([
  { users: 12, perDay: 3700, talk: 240, patience: 120, model: "Erlang A" },
  { users: 4, perDay: 1300, talk: 240, patience: 60, model: "Erlang A" },
  { users: 12, perDay: 3300, talk: 240, patience: null, model: "Erlang C" },
])("$users users under $perDay calls a day behave as $model says", { timeout: 240_000 }, (setting) => {
  const { users, perDay, talk, patience } = setting;
  const wanted = erlang(
    { arrivals: perDay / daySeconds, service: 1 / talk, users, impatience: patience === null ? 0 : 1 / patience },
    20,
  );
  const runs = seeds.map((seed) => figuresOf(steady(users, perDay, talk, patience), seed));
  const serviceLevel = mean(runs.map((run) => run.serviceLevel));
  const occupancy = mean(runs.map((run) => run.occupancy));
  const wait = mean(runs.map((run) => run.meanWaitSeconds));
  expect(Math.abs(serviceLevel - wanted.serviceLevel)).toBeLessThan(0.03);
  expect(Math.abs(occupancy - wanted.occupancy)).toBeLessThan(0.02);
  expect(Math.abs(wait / wanted.meanWaitSeconds - 1)).toBeLessThan(0.1);
  expect(mean(runs.map((run) => run.hoursPerUser / run.rosterHoursPerUser))).toBeCloseTo(1, 2);
});
