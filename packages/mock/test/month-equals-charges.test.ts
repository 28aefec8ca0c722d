import { readdirSync, readFileSync } from "node:fs";
import { month } from "@flexbill/kernel";
import { type Profile, profileById, simulate } from "@flexbill/simulator";
import { expect, test } from "vitest";
import { comparedMonth, isPlayable } from "./compared-month.ts";
import { account, requestOf } from "./worlds.ts";

const folder = new URL("../../../fixtures/golden/", import.meta.url);
const vectors = readdirSync(folder).filter((name) => name.endsWith(".json"));

function vector(name: string) {
  return requestOf(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

const playable = vectors.filter((name) => isPlayable(vector(name)));

test("most golden vectors can be played: those in UTC and one currency", () => {
  expect(playable.length).toBeGreaterThan(80);
});

for (const name of playable) {
  test(`the days of ${name} add up to the amount of each charge before it was rounded`, async () => {
    for (const { what, served, charged } of await comparedMonth(vector(name))) {
      expect([what, served]).toEqual([what, charged]);
    }
  });
}

const plans = [
  { model: "active-user-hour", price: "1.00", freeHours: "40" },
  { model: "named-user", price: "150", committedUsers: "4" },
  { model: "user-plus-usage", price: "30" },
];
const allowances = [
  "taskrouter",
  "programmable-voice-platform",
  "voice-javascript-sdk",
  "channels-messages",
  "call-recording",
];

/** A quiet centre in the month of a seed, under each plan in turn, every other one with limits that are reached. */
function generatedMonth(seed: number) {
  const billed = month(`2026-${String(1 + (seed % 12)).padStart(2, "0")}`);
  const events = [...simulate(quiet(seed), { month: billed, seed })];
  const contract = {
    account,
    currency: "USD",
    opened: "2025-11-20T00:00:00Z",
    logoutActivity: [{ activity: "WA00000000000000000000000000000001" }],
    plan: [{ ...plans[seed % 3], from: "2025-04-01" }],
    allowances:
      seed % 2 === 0
        ? allowances.map((product) => ({ product, quantity: "7", per: "user-month", provenance: "contract" }))
        : [],
    tax: [{ name: "VAT", percent: "0.1", on: "twilio" }],
  };
  return requestOf({ contract, events, priceBook: "twilio-us-2026-08", month: billed });
}

function quiet(seed: number): Profile {
  const profile = profileById("demo");
  if (profile === undefined) throw new Error("the demo profile ships");
  const few = <Line extends Profile["calls"][number] | Profile["conversations"][number]>(line: Line): Line => ({
    ...line,
    arrivals: { ...line.arrivals, perDay: 2 + (seed % 4) },
  });
  return { ...profile, calls: profile.calls.map(few), conversations: profile.conversations.map(few) };
}

for (let seed = 1; seed <= 50; seed += 1) {
  test(`generated month ${seed}: every category's pages add up to the charges that belong to it`, async () => {
    const compared = await comparedMonth(generatedMonth(seed));
    expect(compared.length).toBeGreaterThan(5);
    for (const { what, served, charged } of compared) expect([what, served]).toEqual([what, charged]);
  });
}
