import type { Instant, Issue, Month } from "@flexbill/kernel";
import type { Contract } from "@flexbill/terms";
import { createMetering, type Metered } from "@flexbill/usage";
import type { Session } from "../host.ts";
import type { CommandWords } from "../words.en.ts";
import { wordsOf } from "../words.ts";
import { readContract } from "./contract.ts";
import { readEvents } from "./events.ts";
import { namesStdinTwice } from "./read-bytes.ts";
import { type Reading, unclear } from "./reading.ts";

/** The options that say what is metered. */
export interface MonthFlags {
  readonly contract?: string;
  readonly events?: readonly string[];
  readonly month?: readonly Month[];
  readonly asOf?: Instant;
  readonly quiet: boolean;
}

/** Metered months of one contract. */
export interface Months {
  readonly contract: Contract;
  readonly metered: readonly Metered[];
}

/** Why the options do not say what is metered; undefined where they do. */
export function missingIn({ contract, events = [], month = [] }: MonthFlags, words: CommandWords): string | undefined {
  if (month.length === 0) return words.noMonth;
  if (events.length === 0) return words.noEvents;
  return namesStdinTwice([contract, ...events]) ? words.twice("--contract, --events") : undefined;
}

/** Reads the contract, then the events once for all months. Every problem of both comes at once. */
export async function readMonths(flags: MonthFlags, session: Session): Promise<Reading<Months>> {
  const { contract: path, events = [], month: months = [], asOf, quiet } = flags;
  const missing = missingIn(flags, wordsOf(session.language));
  if (missing !== undefined) return unclear(missing);
  const read = await readContract(path, session);
  if (!read.ok && read.sentence !== undefined) return read;
  const contract = read.ok ? read.value : undefined;
  const meterings =
    contract === undefined
      ? []
      : months.map((month) => createMetering({ contract, month, ...(asOf === undefined ? {} : { asOf }) }));
  const found = await readEvents(events, { ...session, quiet }, (event) => {
    for (const metering of meterings) metering.add(event);
  });
  const issues: readonly Issue[] = [...read.issues, ...found];
  if (contract === undefined || found.some(({ severity }) => severity === "error")) return { ok: false, issues };
  return { ok: true, value: { contract, metered: meterings.map((metering) => metering.finish()) }, issues };
}
