import type { Located } from "@flexbill/documents";
import { checkOpenScenario, checkScenario, type FailedMoment, type Subject } from "@flexbill/invariants";
import type { Issue } from "@flexbill/kernel";
import { printStory, readStory, type Story } from "@flexbill/simulator";
import { momentsOf } from "./moments-of.ts";
import { smallestStory } from "./smallest-story.ts";

/** How often open values are drawn, from which seed, and the one draw that is asked for again, if any. */
export interface PlayOptions {
  readonly runs: number;
  readonly seed: number;
  readonly only?: number;
  readonly laws: readonly string[];
}

/** What came of a story; of one with open values also the smallest that fails, and how to see it again. */
export interface Outcome {
  readonly failed: readonly FailedMoment[];
  readonly issues: readonly Issue[];
  readonly runs?: number;
  readonly smallest?: {
    readonly chosen: Readonly<Record<string, string>>;
    readonly text: string;
    readonly token: string;
  };
}

/** Plays a story against a rater; one with open values many times, and shrinks what fails. */
export async function playStory(
  { story, document }: { readonly story: Story; readonly document: Located },
  rater: Subject,
  options: PlayOptions,
): Promise<Outcome> {
  if (Object.keys(story.open).length === 0) return { failed: await checkScenario(momentsOf(story), rater), issues: [] };
  let issues: readonly Issue[] = [];
  const read = (values: Readonly<Record<string, string>>) => {
    const closed = readStory(document, { laws: options.laws, values });
    if (closed.ok) return closed.value;
    issues = closed.issues;
    return undefined;
  };
  const moments = (values: Readonly<Record<string, string>>) => {
    const closed = read(values);
    return closed === undefined ? [] : momentsOf(closed);
  };
  const { runs, failure } = await checkOpenScenario({ open: story.open, moments }, rater, options);
  const closed = failure === undefined ? undefined : read(failure.chosen);
  if (failure === undefined || closed === undefined) return { failed: [], issues, runs };
  const { draw, chosen, failed } = failure;
  const least = await smallestStory({ written: closed.written, failed }, rater, options.laws);
  const smallest = { chosen, text: printStory(least.written), token: `${options.seed}-${draw}` };
  return { failed: least.failed, issues, runs, smallest };
}
