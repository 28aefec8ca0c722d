import { type Invoice, rateEvents } from "@flexbill/charges";
import { assert, fromEpochMilliseconds, type Instant, type Month } from "@flexbill/kernel";
import { createWorld, type World } from "@flexbill/mock";
import { type PriceBook, shippedBook } from "@flexbill/products";
import { contractsFor, createRun, type Profile, profileById, type RunStatistics } from "@flexbill/simulator";
import { type Contract, parseContract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import document from "../../data/demo-contract.json" with { type: "json" };

/** A simulated month under the contract of its profile; its events are made when they are read. */
export interface SimulatedMonth {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
  readonly month: Month;
  readonly events: Iterable<FlexEvent>;
}

/** One simulated month under the contract of the demo. */
export interface DemoMonth extends SimulatedMonth {
  readonly events: readonly FlexEvent[];
  readonly statistics: RunStatistics;
}

/** The contract of the demo; its prices and limits that nobody publishes are invented, and say so. */
export function demoContract(): Contract {
  const read = parseContract(document);
  assert(read.ok, "The contract of the demo must read");
  return read.value;
}

/** The contract that a profile ships with; the demo's own where it ships none. */
function contractOf(profile: Profile): Contract {
  const [shipped] = contractsFor(profile);
  if (shipped === undefined) return demoContract();
  const read = parseContract(shipped);
  assert(read.ok, "The contract of a profile must read");
  return read.value;
}

/** Plays a month of the demo. */
export function playDemoMonth(month: Month, seed: number): DemoMonth {
  const { run, people: _, ...simulated } = openRun(month, seed, "demo");
  const events = [...run.events];
  return { ...simulated, month, events, statistics: run.statistics() };
}

/** The most events that a served world begins with: each stays in memory, where it takes about a kilobyte. */
export const mostServedEvents = 2_000_000;

/** A month that is too large to be served, and the day on which it became so. */
export interface TooLarge {
  readonly tooLargeOn: string;
}

/** Shipped profiles with up to so many people never come near the limit; of larger ones, the events are counted. */
const plainlySmall = 100;

/** A month of a profile under its own contract; that of a small one is played when its events are read. */
export function simulatedMonth(
  month: Month,
  seed: number,
  profileId: string,
  most = mostServedEvents,
): SimulatedMonth | TooLarge {
  const { run, people, ...simulated } = openRun(month, seed, profileId);
  if (people <= plainlySmall) return { ...simulated, month, events: run.events };
  const events: FlexEvent[] = [];
  for (const event of run.events) {
    if (events.length >= most) return { tooLargeOn: event.time?.slice(0, 10) ?? month };
    events.push(event);
  }
  return { ...simulated, month, events };
}

function openRun(month: Month, seed: number, profileId: string) {
  const profile = profileById(profileId);
  assert(profile !== undefined, "The profile of the demo must ship");
  const contract = contractOf(profile);
  const priceBook = shippedBook(contract.prices.book ?? "");
  assert(priceBook !== undefined, "The price book of the demo must ship");
  const people = profile.teams.flatMap(({ shifts }) => shifts).reduce((sum, { users }) => sum + users, 0);
  return { contract, priceBook, people, run: createRun(profile, { month, seed, timeZone: contract.timeZone }) };
}

/** The invoice of a month of the demo. */
export function rateDemoMonth({ events, contract, priceBook, month }: DemoMonth, now: number): Invoice {
  const rated = rateEvents(events, { contract, priceBook, month, asOf: fromEpochMilliseconds(now) });
  assert(rated.ok, "The month of the demo must rate");
  return rated.value;
}

/** The world that the mock serves: a simulated month, seen by a clock; `truth` draws what its contract leaves open. */
export const worldOf = ({ contract, priceBook, events }: SimulatedMonth, now: () => Instant, truth?: number): World =>
  createWorld({ contract, priceBook, events, now, truth, friendlyName: "flexbill demo" });
