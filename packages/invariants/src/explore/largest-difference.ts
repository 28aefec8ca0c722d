import fc from "fast-check";
import type { Law } from "../law.ts";
import { compare } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import { drawCases } from "../run/draw.ts";
import { type Exhibit, judge } from "../run/judge.ts";
import { withoutOneThing } from "../run/leaving-out.ts";
import { eventsOf } from "../run/shrink.ts";
import type { Subject } from "../subject.ts";
import { type Distance, differenceLaw, distanceBetween, type Reference, together } from "./difference.ts";
import { mixed } from "./mixing.ts";

export interface ExploreOptions {
  readonly seed: number;
  /** Months that are tried: half of them drawn, half of them mixed from those that were furthest off. */
  readonly runs: number;
  /** How many months a rater is asked at a time; 64 by default. */
  readonly inFlight?: number;
  /** Awaited now and then; told how many months were tried. */
  readonly pause?: (tried: number) => Promise<void>;
}

/** The month on which two raters are furthest apart, of those that were tried. */
export interface LargestDifference {
  readonly law: Law<RatingRequest>;
  readonly distance: Distance;
  readonly originalEvents: number;
  readonly exhibit: Exhibit<RatingRequest>;
  /** Which of the months tried it came from. */
  readonly run: number;
}

interface Tried {
  readonly exhibit: Exhibit<RatingRequest>;
  readonly distance: Distance;
  readonly run: number;
}

const elite = 8;

/**
 * Searches for the month on which a rater is furthest from another. Months are drawn first; then the furthest of them
 * are given parts of others, for as long as there are runs. Undefined where they answer alike; a rater that gives no
 * answer that can be judged ends the search with that month.
 */
export async function largestDifference(
  subject: Subject,
  reference: Reference,
  options: ExploreOptions,
): Promise<LargestDifference | undefined> {
  const law = differenceLaw(reference);
  const { runs, inFlight = 64, pause } = options;
  const monthsFrom = source(law, options);
  let best: readonly Tried[] = [];
  for (let tried = 0; tried < runs; tried += inFlight) {
    const given = monthsFrom(tried, Math.min(inFlight, runs - tried), best);
    if (given.length === 0) break;
    const found = await Promise.all(
      given.map((month, at) => attempt(law, month, { subject, reference, run: tried + at + 1 })),
    );
    const trouble = found.find(({ exhibit }) => exhibit.verdict.outcome === "trouble");
    if (trouble !== undefined) return told(law, trouble, trouble);
    best = [...best, ...found.filter(({ exhibit }) => exhibit.verdict.outcome === "broken")]
      .sort((one, other) => compare(other.distance.amount, one.distance.amount))
      .slice(0, elite);
    await pause?.(tried + given.length);
  }
  const [first] = best;
  return first === undefined ? undefined : told(law, first, await lean(law, first, { subject, reference }));
}

/** The next months to try: those drawn, and then mixtures of the best with those drawn, for as long as there are any. */
function source(law: Law<RatingRequest>, { seed, runs }: ExploreOptions) {
  const drawn = drawCases(law, { seed, runs: Math.max(1, Math.ceil(runs / 2)) });
  const chances = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { seed, numRuns: runs });
  return (from: number, count: number, best: readonly Tried[]): readonly RatingRequest[] =>
    Array.from({ length: count }, (_, at) => at + from).flatMap((index) => {
      const next = drawn[index];
      if (next !== undefined) return [next];
      const [parent = 0, donor = 0, choice = 0] = chances[index] ?? [];
      const chosen = best[parent % best.length]?.exhibit.given;
      const other = drawn[donor % drawn.length];
      return chosen === undefined || other === undefined ? [] : [mixed(chosen, other, choice)];
    });
}

interface Asking {
  readonly subject: Subject;
  readonly reference: Reference;
}

async function attempt(
  law: Law<RatingRequest>,
  given: RatingRequest,
  { subject, reference, run }: Asking & { readonly run: number },
): Promise<Tried> {
  const expected = reference(given);
  if (expected.charges === undefined) return { exhibit: passed(given), distance: together, run };
  const exhibit = await judge(law, given, subject);
  const [actual] = exhibit.answers;
  return { exhibit, distance: actual === undefined ? together : distanceBetween(expected, actual), run };
}

/** A mixture that the reference itself refuses says nothing. */
function passed(given: RatingRequest): Exhibit<RatingRequest> {
  return { given, requests: [given], answers: [], verdict: { outcome: "holds" } };
}

function told(law: Law<RatingRequest>, found: Tried, shown: Tried): LargestDifference {
  const { exhibit, distance } = shown;
  return { law, distance, originalEvents: eventsOf(found.exhibit.given), exhibit, run: found.run };
}

/** Leaves out whatever the distance does not need. */
async function lean(law: Law<RatingRequest>, found: Tried, asking: Asking): Promise<Tried> {
  let best = found;
  for (let again = true; again; ) {
    again = false;
    for (const given of withoutOneThing(best.exhibit.given)) {
      const tried = await attempt(law, given, { ...asking, run: best.run });
      const { outcome } = tried.exhibit.verdict;
      if (outcome !== "broken" || compare(tried.distance.amount, best.distance.amount) < 0) continue;
      best = tried;
      again = true;
      break;
    }
  }
  return best;
}
