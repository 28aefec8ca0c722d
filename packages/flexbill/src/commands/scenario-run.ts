import { lawsOfAMonth } from "@flexbill/invariants";
import type { Issue, Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { createProgress } from "../output/progress.ts";
import { openTarget } from "../output/write-aside.ts";
import { playStory } from "../scenario/play-story.ts";
import { readStories } from "../scenario/read-stories.ts";
import {
  type RunStory,
  type scenarioFormats,
  storiesAsJson,
  storiesAsJunit,
  storiesAsText,
} from "../scenario/render.ts";
import { ownRater } from "../verify/own-rater.ts";
import { wordsOf } from "../words.ts";

/** A draw of open values that failed: the seed and the number of the draw. */
export interface Replay {
  readonly seed: number;
  readonly draw: number;
}

/** The options of `flexbill scenario run`. */
export interface ScenarioRunFlags {
  readonly runs: number;
  readonly seed: number;
  readonly replay?: Replay;
  readonly format: (typeof scenarioFormats)[number];
  readonly lang?: Language;
  readonly output?: string;
  readonly quiet: boolean;
}

/** `flexbill scenario run`: plays stories, and says where a bill is other than they expect. */
export async function scenarioRunCommand(
  this: Context,
  flags: ScenarioRunFlags,
  ...paths: readonly string[]
): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  if (paths.length === 0) return refuse(this, unclear(words.noStories));
  const laws = lawsOfAMonth().map(({ id }) => id);
  const { files, issues } = await readStories(paths, host, laws);
  if (issues.length > 0) return refuse(this, { issues });
  if (files.length === 0) return refuse(this, unclear(words.noStories));
  const progress = createProgress(host, flags.quiet);
  const { replay, runs, seed } = flags;
  const draws = replay === undefined ? { runs, seed } : { runs: replay.draw + 1, seed: replay.seed, only: replay.draw };
  const run: RunStory[] = [];
  const impossible: Issue[] = [];
  for (const file of files) {
    progress.show(() => words.playing(file.file, run.length + 1, files.length));
    const { issues: unread, ...outcome } = await playStory(file, ownRater, { ...draws, laws });
    impossible.push(...unread);
    run.push({ file: file.file, story: file.story, ...outcome });
  }
  progress.clear();
  if (impossible.length > 0) return refuse(this, { issues: impossible });
  const render = { text: storiesAsText, json: storiesAsJson, junit: storiesAsJunit }[flags.format];
  const target = openTarget(flags.output, host);
  await target.write(render(run, words));
  await target.keep();
  this.leave(run.some(({ failed }) => failed.length > 0) ? exitCodes.no : exitCodes.done);
}
