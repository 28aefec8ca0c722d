import { checkScenario } from "@flexbill/invariants";
import type { Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { createProgress } from "../output/progress.ts";
import { openTarget } from "../output/write-aside.ts";
import { momentsOf } from "../scenario/moments-of.ts";
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

/** The options of `flexbill scenario run`. */
export interface ScenarioRunFlags {
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
  const { files, issues } = await readStories(paths, host);
  if (issues.length > 0) return refuse(this, { issues });
  if (files.length === 0) return refuse(this, unclear(words.noStories));
  const progress = createProgress(host, flags.quiet);
  const run: RunStory[] = [];
  for (const file of files) {
    progress.show(() => words.playing(file.file, run.length + 1, files.length));
    run.push({ ...file, failed: await checkScenario(momentsOf(file.story), ownRater) });
  }
  progress.clear();
  const render = { text: storiesAsText, json: storiesAsJson, junit: storiesAsJunit }[flags.format];
  const target = openTarget(flags.output, host);
  await target.write(render(run, words));
  await target.keep();
  this.leave(run.some(({ failed }) => failed.length > 0) ? exitCodes.no : exitCodes.done);
}
