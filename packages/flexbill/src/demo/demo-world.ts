import { type Invoice, rateEvents } from "@flexbill/charges";
import { assert, fromEpochMilliseconds, type Instant, type Month } from "@flexbill/kernel";
import { createWorld, type World } from "@flexbill/mock";
import { type PriceBook, shippedBook } from "@flexbill/products";
import { contractsFor, createRun, type Profile, profileById, type RunStatistics } from "@flexbill/simulator";
import { type Contract, parseContract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import document from "../../data/demo-contract.json" with { type: "json" };

/** One simulated month under the contract of the demo. */
export interface DemoMonth {
  readonly contract: Contract;
  readonly priceBook: PriceBook;
  readonly month: Month;
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

/** Plays a month of the demo, or of another profile under its own contract. */
export function playDemoMonth(month: Month, seed: number, profileId = "demo"): DemoMonth {
  const profile = profileById(profileId);
  assert(profile !== undefined, "The profile of the demo must ship");
  const contract = contractOf(profile);
  const priceBook = shippedBook(contract.prices.book ?? "");
  assert(priceBook !== undefined, "The price book of the demo must ship");
  const run = createRun(profile, { month, seed, timeZone: contract.timeZone });
  const events = [...run.events];
  return { contract, priceBook, month, events, statistics: run.statistics() };
}

/** The invoice of a month of the demo. */
export function rateDemoMonth({ events, contract, priceBook, month }: DemoMonth, now: number): Invoice {
  const rated = rateEvents(events, { contract, priceBook, month, asOf: fromEpochMilliseconds(now) });
  assert(rated.ok, "The month of the demo must rate");
  return rated.value;
}

/** The world that the mock serves: the month of the demo, seen by a clock; `truth` draws what its contract leaves open. */
export const worldOf = ({ contract, priceBook, events }: DemoMonth, now: () => Instant, truth?: number): World =>
  createWorld({ contract, priceBook, events, now, truth, friendlyName: "flexbill demo" });
