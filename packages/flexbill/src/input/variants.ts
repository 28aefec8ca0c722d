import type { Issue, Month } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import {
  isPresenceEvent,
  isSeatEvent,
  meteringKey,
  planVariants,
  rateVariant,
  type Variant,
  type VariantContract,
  type Variants,
} from "@flexbill/reports";
import { type Contract, parseContract } from "@flexbill/terms";
import { createMetering, type Metered, type Metering, type PresenceEvent, type SeatEvent } from "@flexbill/usage";
import type { Session } from "../host.ts";
import { wordsOf } from "../words.ts";
import { readContractDocument } from "./contract.ts";
import { type Setting, withSettings } from "./contract-settings.ts";
import { readEvents } from "./events.ts";
import { type MonthFlags, missingIn } from "./months.ts";
import { readBook } from "./price-book.ts";
import { type Reading, unclear } from "./reading.ts";

/** The options that say what is compared. */
export interface VariantFlags extends MonthFlags {
  readonly prices?: string;
  readonly set?: readonly Setting[];
}

/** Everything that a comparison is made of. */
export interface ReadVariants {
  readonly variants: Variants;
  readonly presence: readonly PresenceEvent[];
  readonly seats: readonly SeatEvent[];
}

interface Contracts {
  readonly contracts: readonly VariantContract[];
  readonly issues: readonly Issue[];
}

/** Reads the contract with its variants, then the events once for all of them, and rates each month under each. */
export async function readVariants(flags: VariantFlags, session: Session): Promise<Reading<ReadVariants>> {
  const { month: given = [], events = [] } = flags;
  const missing = missingIn(flags, wordsOf(session.language));
  if (missing !== undefined) return unclear(missing);
  const months = [...new Set(given)].sort();
  const read = await readContracts(flags, months, session);
  if (!read.ok) return read;
  const { contracts, issues } = read.value;
  const book = await readBook(flags.prices, contracts[0]?.contract.prices.book, session);
  if (!book.ok) return book;
  const meterings = meteringsOf(contracts, months, flags);
  const kept = { presence: [] as PresenceEvent[], seats: [] as SeatEvent[] };
  const found = await readEvents(events, { ...session, quiet: flags.quiet }, (event) => {
    if (isPresenceEvent(event)) kept.presence.push(event);
    else if (isSeatEvent(event)) kept.seats.push(event);
    for (const each of meterings.values()) for (const metering of each) metering.add(event);
  });
  if (found.some(({ severity }) => severity === "error")) return { ok: false, issues: [...issues, ...found] };
  const rated = rateAll(contracts, meterings, book.value, flags);
  return rated.ok ? { ok: true, value: { variants: rated.value, ...kept }, issues: [...issues, ...found] } : rated;
}

async function readContracts(
  flags: VariantFlags,
  months: readonly Month[],
  session: Session,
): Promise<Reading<Contracts>> {
  const document = await readContractDocument(flags.contract, session);
  if (!document.ok) return document;
  const agreed = parseContract(document.value);
  if (!agreed.ok) return agreed;
  const contracts = [...planVariants(agreed.value, months)];
  if (flags.set !== undefined && flags.set.length > 0) {
    const set = withSettings(document.value, flags.set, session.language);
    const changed = set.ok ? parseContract(set.value) : set;
    if (!changed.ok) return changed;
    contracts.splice(1, 0, { id: "changed", contract: changed.value satisfies Contract });
  }
  return { ok: true, value: { contracts, issues: agreed.issues }, issues: [] };
}

type Meterings = ReadonlyMap<string, readonly Metering[]>;

/** Contracts that meter alike share their meterings. */
function meteringsOf(contracts: readonly VariantContract[], months: readonly Month[], { asOf }: MonthFlags): Meterings {
  const byKey = new Map(contracts.map(({ contract }) => [meteringKey(contract), contract]));
  const open = asOf === undefined ? {} : { asOf };
  return new Map(
    [...byKey].map(([key, contract]) => [key, months.map((month) => createMetering({ contract, month, ...open }))]),
  );
}

function rateAll(
  contracts: readonly VariantContract[],
  meterings: Meterings,
  priceBook: PriceBook,
  { asOf }: MonthFlags,
): Reading<Variants> {
  const metered = new Map<string, readonly Metered[]>(
    [...meterings].map(([key, all]) => [key, all.map((metering) => metering.finish())]),
  );
  const options = { priceBook, ...(asOf === undefined ? {} : { asOf }) };
  const rated = contracts.map((named) => rateVariant(named, metered.get(meteringKey(named.contract)) ?? [], options));
  const issues = rated.flatMap((result) => (result.ok ? [] : result.issues));
  const [first, ...rest] = rated.flatMap((result): Variant[] => (result.ok ? [result.value] : []));
  if (first === undefined || issues.length > 0) return { ok: false, issues };
  return { ok: true, value: [first, ...rest], issues: [] };
}
