import fc from "fast-check";
import type { Subject } from "../subject.ts";
import { checkScenario, type FailedMoment } from "./check-scenario.ts";
import type { ScenarioMoment } from "./expectation.ts";

/** The values that a scenario leaves open: between two numbers, or one of a list. */
export type OpenChoices = Readonly<Record<string, readonly [number, number] | readonly string[]>>;

/** What was chosen, by name. */
export type Choice = Readonly<Record<string, string>>;

/** A scenario with open values: what it is once they are chosen. */
export interface OpenScenario {
  readonly open: OpenChoices;
  readonly moments: (chosen: Choice) => readonly ScenarioMoment[];
}

/** How often to draw, and from which seed; `only` plays one draw of those, counted from 0. */
export interface OpenRunOptions {
  readonly runs: number;
  readonly seed: number;
  readonly only?: number;
}

/** What came of the draws: how many held, and the smallest values found that fail, with the draw that led there. */
export interface OpenRun {
  readonly runs: number;
  readonly failure?: { readonly draw: number; readonly chosen: Choice; readonly failed: readonly FailedMoment[] };
}

/**
 * Plays a scenario for many choices of its open values, the ends of their ranges first. The first failure is shrunk:
 * each value as far towards its least as the scenario still fails.
 *
 * @example
 * ```ts
 * const run = await checkOpenScenario(scenario, { name: "mine", rate: myRater }, { runs: 100, seed: 1 });
 * ```
 */
export async function checkOpenScenario(
  scenario: OpenScenario,
  subject: Subject,
  { runs, seed, only }: OpenRunOptions,
): Promise<OpenRun> {
  const draws = drawsOf(scenario.open, { runs, seed });
  const failing = (draw: Draw) => checkScenario(scenario.moments(choiceOf(scenario.open, draw)), subject);
  for (const [number, draw] of draws.entries()) {
    if (only !== undefined && only !== number) continue;
    const failed = await failing(draw);
    if (failed.length === 0) continue;
    const least = await shrunk({ draw, failed }, scenario.open, failing);
    return {
      runs: number + 1,
      failure: { draw: number, chosen: choiceOf(scenario.open, least.draw), failed: least.failed },
    };
  }
  return { runs: only === undefined ? draws.length : 1 };
}

/** A number for each open value: itself, or a place in its list. */
type Draw = Readonly<Record<string, number>>;

const isRange = (choice: OpenChoices[string]): choice is readonly [number, number] => typeof choice[0] === "number";

function endsOf(choice: OpenChoices[string]): readonly [number, number] {
  return isRange(choice) ? choice : [0, choice.length - 1];
}

function choiceOf(open: OpenChoices, draw: Draw): Choice {
  const chosen = Object.entries(open).map(([name, choice]) => {
    const number = draw[name] ?? 0;
    return [name, isRange(choice) ? String(number) : (choice[number] ?? "")];
  });
  return Object.fromEntries(chosen);
}

/** All at their least, all at their greatest, one beside the ends, each alone at its greatest; then whatever chance gives. */
function drawsOf(open: OpenChoices, { runs, seed }: OpenRunOptions): readonly Draw[] {
  const all = (pick: (ends: readonly [number, number], name: string) => number): Draw =>
    Object.fromEntries(Object.entries(open).map(([name, choice]) => [name, pick(endsOf(choice), name)]));
  const edges = [
    all(([low]) => low),
    all(([, high]) => high),
    all(([low, high]) => Math.min(low + 1, high)),
    all(([low, high]) => Math.max(high - 1, low)),
    ...Object.keys(open).map((alone) => all(([low, high], name) => (name === alone ? high : low))),
  ];
  const any = fc.record(
    Object.fromEntries(
      Object.entries(open).map(([name, choice]) => {
        const [min, max] = endsOf(choice);
        return [name, fc.integer({ min, max })];
      }),
    ),
  );
  return [...edges, ...fc.sample(any, { numRuns: runs, seed })].slice(0, runs);
}

interface Failing {
  readonly draw: Draw;
  readonly failed: readonly FailedMoment[];
}

/** Each value in turn: its least, else half the way there, for as long as any gets smaller. */
async function shrunk(
  found: Failing,
  open: OpenChoices,
  failing: (draw: Draw) => Promise<readonly FailedMoment[]>,
): Promise<Failing> {
  let best = found;
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const [name, choice] of Object.entries(open)) {
      const [low] = endsOf(choice);
      for (let step = (best.draw[name] ?? low) - low; step >= 1; step = Math.floor(step / 2)) {
        const number = (best.draw[name] ?? low) - step;
        if (number < low) continue;
        const draw = { ...best.draw, [name]: number };
        const failed = await failing(draw);
        if (failed.length === 0) continue;
        best = { draw, failed };
        smaller = true;
        break;
      }
    }
  }
  return best;
}
