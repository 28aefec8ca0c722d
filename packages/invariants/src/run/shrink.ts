import fc from "fast-check";
import type { Law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import type { Subject } from "../subject.ts";
import { type Exhibit, judge } from "./judge.ts";
import { withoutOneThing } from "./leaving-out.ts";

export interface Failure<Case> {
  /** Events of the case as it was drawn. */
  readonly originalEvents: number;
  readonly exhibit: Exhibit<Case>;
}

/** A rater that remembers can make ever new cases fail; what is left is then shrunk event by event. */
const mostTried = 2_000;

/** The smallest case found from the `index`-th of a run: fast-check's own shrinking, then event by event. */
export async function shrink<Case>(
  law: Law<Case>,
  subject: Subject,
  at: { readonly seed: number; readonly index: number; readonly original: Exhibit<Case> },
): Promise<Failure<Case>> {
  let best = at.original;
  let tried = 0;
  const property = fc.asyncProperty(law.given, async (given) => {
    tried += 1;
    if (tried > mostTried) return true;
    const exhibit = await judge(law, given, subject);
    if (sameFailure(at.original, exhibit)) best = smaller(best, exhibit);
    return exhibit.verdict.outcome === "holds";
  });
  await fc.check(property, { seed: at.seed, path: `${at.index}`, numRuns: 1, endOnFailure: false });
  best = await withFewerEvents(law, subject, best);
  // Shrinking may have left few of a whole month's prices: what was drawn says what it is.
  if (isWholeMonth(at.original.given)) best = await lean(law, subject, best);
  return { originalEvents: eventsOf(at.original.given), exhibit: best };
}

/** The events of a case: all those of all the requests that it carries. */
export function eventsOf(given: unknown): number {
  if (typeof given !== "object" || given === null) return 0;
  return Object.entries(given).reduce(
    (count, [key, value]) => count + (key === "events" && Array.isArray(value) ? value.length : eventsOf(value)),
    0,
  );
}

function sameFailure<Case>(original: Exhibit<Case>, other: Exhibit<Case>): boolean {
  return other.verdict.outcome === original.verdict.outcome;
}

function smaller<Case>(best: Exhibit<Case>, other: Exhibit<Case>): Exhibit<Case> {
  return sizeOf(other) < sizeOf(best) ? other : best;
}

const sizes = new WeakMap<object, number>();
function sizeOf<Case>(exhibit: Exhibit<Case>): number {
  const known = sizes.get(exhibit);
  if (known !== undefined) return known;
  const size = eventsOf(exhibit.given) * 1_000_000 + JSON.stringify(exhibit.given).length;
  sizes.set(exhibit, size);
  return size;
}

/** Leaves out one event after the other for as long as the law stays broken. */
async function withFewerEvents<Case>(law: Law<Case>, subject: Subject, found: Exhibit<Case>): Promise<Exhibit<Case>> {
  let best = found;
  for (let smallerFound = true; smallerFound; ) {
    smallerFound = false;
    for (const given of withoutOneEvent(best.given)) {
      const exhibit = await judge(law, given, subject);
      if (!sameFailure(best, exhibit)) continue;
      best = exhibit;
      smallerFound = true;
      break;
    }
  }
  return best;
}

/**
 * A whole month comes with a contract and prices of everything: what the failure does not need is left out. Small months
 * are as their laws want them.
 */
async function lean<Case>(law: Law<Case>, subject: Subject, found: Exhibit<Case>): Promise<Exhibit<Case>> {
  let best = found;
  for (let leaner = true; leaner; ) {
    leaner = false;
    for (const less of withoutOneThing(best.given as RatingRequest)) {
      const exhibit = await judge(law, less as Case, subject);
      if (law.fits?.(exhibit.given) === false || !sameFailure(best, exhibit)) continue;
      best = exhibit;
      leaner = true;
      break;
    }
  }
  return best;
}

function isWholeMonth(given: unknown): given is RatingRequest {
  if (typeof given !== "object" || given === null || !("priceBook" in given) || !("contract" in given)) return false;
  return Array.isArray(given.priceBook) && given.priceBook.length > 3;
}

/** The case without its n-th event, for every n; a case keeps its form, whichever member holds the events. */
function* withoutOneEvent<Value>(value: Value): Generator<Value> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const members = key === "events" && Array.isArray(member) ? withoutOne(member) : withoutOneEvent(member);
    for (const less of members) yield { ...value, [key]: less };
  }
}

function* withoutOne<Item>(list: readonly Item[]): Generator<readonly Item[]> {
  for (let index = list.length - 1; index >= 0; index -= 1) yield list.toSpliced(index, 1);
}
