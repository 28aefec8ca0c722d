import { calendar, date, type Instant, later } from "@flexbill/kernel";
import { type Answer, answer } from "./answer.ts";
import type { Contract } from "./contract.ts";
import type { Edition } from "./edition.ts";
import { dayOf } from "./notice-applies.ts";

/** What is known from usage, beside the contract's facts. */
export interface Observed {
  /** The latest use of the services that is known. */
  readonly lastUsed?: Instant;
  /** The use cases that occur in usage (formats.md section 2). */
  readonly useCases?: readonly string[];
}

/**
 * Whether an edition is accepted (T-03, T-51): by hand, by opening the account after it was published, or by use of
 * the services on or after its first day. A negotiated contract stands above it, where the facts say that there is one.
 *
 * @example
 * ```ts
 * accepted(contract, editionOn(date("2025-05-01"))).reason; // "accepted-by-use"
 * ```
 */
export function accepted(contract: Contract, edition: Edition, observed: Observed = {}): Answer {
  if (contract.facts.negotiatedContract === true) return answer("T-03", "no", "negotiated-first");
  const byHand = contract.agreements.find(({ version }) => version === edition.id);
  if (byHand !== undefined) return answer("T-03", "yes", "accepted-by-hand", dateOf(byHand.acceptedAt));
  if (bornUnder(contract, edition)) return answer("T-03", "yes", "born-under-edition");
  return byUse(edition, lastUse(contract, observed));
}

function byUse({ from }: Edition, used: Instant | undefined): Answer {
  if (used === undefined) return answer("T-03", "unknown", "use-unknown");
  const day = calendar("UTC").dateOf(used);
  return from === undefined || day >= from
    ? answer("T-03", "yes", "accepted-by-use", day)
    : answer("T-03", "no", "no-use-yet", day);
}

function bornUnder({ opened }: Contract, { published }: Edition): boolean {
  return opened !== undefined && published !== undefined && calendar("UTC").dateOf(opened) > published;
}

function lastUse({ facts }: Contract, { lastUsed }: Observed): Instant | undefined {
  const known = [facts.servicesLastUsed, lastUsed].filter((at) => at !== undefined);
  return known.reduce<Instant | undefined>((latest, at) => (latest === undefined ? at : later(latest, at)), undefined);
}

function dateOf(text: string | undefined): ReturnType<typeof date> | undefined {
  const day = dayOf(text);
  return day === undefined ? undefined : date(day);
}
