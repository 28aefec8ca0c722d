import { createHash } from "node:crypto";
import { instant } from "@flexbill/kernel";
import { createMock, createTestClock, createWorld } from "../../src/index.ts";
import { account, smallCentre } from "../worlds.ts";
import { doors } from "./door.ts";
import { type Outcome, run } from "./run.ts";
import { steps } from "./steps.ts";

/** How the suite went through one door. */
export interface Report {
  readonly door: string;
  readonly steps: number;
  readonly requests: number;
  /** Each step that does not hold, with what is wrong. */
  readonly wrong: readonly (readonly [string, readonly string[]])[];
  /** The deviations that answers fell under. */
  readonly deviations: readonly string[];
  /** A digest of every answer, to compare doors and runtimes by. */
  readonly digest: string;
}

const token = "token";
const testCredentials = { user: `AC${"7".repeat(32)}`, secret: "7".repeat(32) };
const allow = ["GET api.twilio.com/2010-04-01/Accounts/*/Usage/*"];

/** Runs every step through a door, on a world of its own. */
export async function runThrough(name: string): Promise<Report> {
  const open = doors[name];
  if (open === undefined) throw new Error(`No door "${name}"`);
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant("2026-02-03T10:20:30Z"));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  const mock = createMock(world, { control: { clock, token }, testCredentials });
  const made = await mock.app.request("/_flexbill/api/v1/keys", {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ kind: "restricted", allow }),
  });
  const restricted = (await made.json()) as { sid: string; secret: string };
  const door = await open(mock);
  try {
    const known = {
      AccountSid: account,
      AuthToken: "0".repeat(32),
      testAccount: testCredentials.user,
      testToken: testCredentials.secret,
      restrictedKey: restricted.sid,
      restrictedSecret: restricted.secret,
    };
    return reportOf(name, await run(steps, door, clock, known));
  } finally {
    await door.close();
  }
}

function reportOf(door: string, outcomes: readonly Outcome[]): Report {
  const hash = createHash("sha256");
  for (const { answers } of outcomes) for (const answer of answers) hash.update(`${answer}\n`);
  return {
    door,
    steps: outcomes.length,
    requests: outcomes.reduce((sum, { answers }) => sum + answers.length, 0),
    wrong: outcomes.filter(({ wrong }) => wrong.length > 0).map(({ step, wrong }) => [step, wrong]),
    deviations: [...new Set(outcomes.flatMap((outcome) => outcome.deviations))].sort(),
    digest: hash.digest("hex"),
  };
}
