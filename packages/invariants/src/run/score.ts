import { correct, type Fault } from "../faults/planting.ts";
import { isSameDocument } from "../faults/same-document.ts";
import type { Law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import type { Answer } from "../subject.ts";
import { drawCases, seedOf } from "./draw.ts";

export interface ScoreOptions {
  readonly seed: number;
  readonly runs: number;
}

/**
 * How many cases a law needs to find each of the faults, by their ids; a fault that `runs` cases do not find is left
 * out. They are the cases that a run of the same seed judges. Nothing is shrunk, and where a faulty rater answers as the
 * correct one does, the law is taken to hold: for a scorecard.
 *
 * @example
 * ```ts
 * runsToFind(laws[0], faults, { seed: 1, runs: 300 }).get("totals.without-fees");
 * ```
 */
export function runsToFind<Case>(
  law: Law<Case>,
  faults: readonly Fault[],
  { seed, runs }: ScoreOptions,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let hidden = faults;
  for (const [index, given] of casesOf(law, seedOf(seed, 0), runs)) {
    if (law.fits?.(given) === false) continue;
    const asked = law.requests(given).map((request) => ({ request, right: rightAnswer(request) }));
    hidden = hidden.filter((fault) => {
      const answers = answersOf(fault, asked);
      const same = answers.every((answer, at) => answer === asked[at]?.right());
      if (same || law.holds(given, answers).length === 0) return true;
      found.set(fault.id, index + 1);
      return false;
    });
    if (hidden.length === 0) break;
  }
  return found;
}

/** More and more of a run's cases: few are drawn where few are needed. */
function* casesOf<Case>(law: Law<Case>, seed: number, runs: number): Generator<readonly [number, Case]> {
  let told = 0;
  for (const many of [100, 500, runs]) {
    const cases = drawCases(law, { seed, runs: Math.min(many, runs) });
    for (const given of cases.slice(told)) {
      yield [told, given];
      told += 1;
    }
    if (told >= runs) return;
  }
}

const rightAnswers = new WeakMap<RatingRequest, Answer>();

/** The right answer, made when it is asked for and kept as long as the request is. */
function rightAnswer(request: RatingRequest): () => Answer {
  return () => {
    const answer = rightAnswers.get(request) ?? correct(request);
    rightAnswers.set(request, answer);
    return answer;
  };
}

interface Asked {
  readonly request: RatingRequest;
  readonly right: () => Answer;
}

/** A fault that remembers what it was asked is shown events of this case alone, the same ones as often as the law does. */
function answersOf(fault: Fault, asked: readonly Asked[]): readonly Answer[] {
  if (fault.rateKnowing !== undefined) return asked.map(({ request, right }) => answerOf(fault, request, right));
  const copies = new Map(asked.map(({ request: { events } }) => [events, [...events]]));
  return asked.map(({ request }) => fault.rate({ ...request, events: copies.get(request.events) ?? [] }));
}

const faultyAnswers = new WeakMap<RatingRequest, Map<string, Answer>>();

/** What the faulty rater answers; the right answer itself where the two say the same. */
function answerOf(fault: Fault, request: RatingRequest, right: () => Answer): Answer {
  const known = faultyAnswers.get(request) ?? new Map<string, Answer>();
  faultyAnswers.set(request, known);
  const told = known.get(fault.id);
  if (told !== undefined) return told;
  const answer = fault.rateKnowing?.(request, right) ?? fault.rate(request);
  const kept = isSameDocument(answer, right()) ? right() : answer;
  known.set(fault.id, kept);
  return kept;
}
