import type { Difference, FailedMoment } from "@flexbill/invariants";
import type { CommandWords } from "../words.en.ts";
import type { Outcome } from "./play-story.ts";
import type { StoryFile } from "./read-stories.ts";

/** The forms of the result of stories. */
export const scenarioFormats = ["text", "json", "junit"] as const;

/** A story that was run, and where it does not hold. */
export interface RunStory extends Omit<StoryFile, "document">, Omit<Outcome, "issues"> {}

/** What came of stories, for people. */
export function storiesAsText(run: readonly RunStory[], words: CommandWords): string {
  const stories = run.map(({ file, story, failed, smallest, runs }) => {
    const times = runs === undefined ? "" : ` (${words.storyTimes(runs)})`;
    const head = `${failed.length === 0 ? "✓" : "✗"} ${file}: ${story.title}${times}\n`;
    const moments = failed.map((moment) => momentText(moment, words)).join("");
    return head + moments + (smallest === undefined ? "" : smallestText(file, smallest, words));
  });
  const broken = run.filter(({ failed }) => failed.length > 0).length;
  return `${stories.join("")}${words.storiesRun(run.length - broken, broken)}\n`;
}

function smallestText(
  file: string,
  { chosen, text, token }: NonNullable<Outcome["smallest"]>,
  words: CommandWords,
): string {
  const values = Object.entries(chosen).map(([name, value]) => `${name} = ${value}`);
  const lines = text.trimEnd().replace(/^/gm, "      ");
  return `    ${words.storySmallest(values.join(", "), `flexbill scenario run ${file} --replay ${token}`)}\n\n${lines}\n\n`;
}

function momentText({ moment, differences }: FailedMoment, words: CommandWords): string {
  const { at, step, request } = moment;
  const head = `    ${words.storyStep(step, request.month, at?.line)}\n`;
  return head + differences.map((difference) => `      ${differenceText(difference, words)}\n`).join("");
}

function differenceText({ about, wanted, found }: Difference, words: CommandWords): string {
  return words.storyDifference(about, wanted ?? words.storyNothing, found ?? words.storyNothing);
}

/** What came of stories, as one JSON document. */
export function storiesAsJson(run: readonly RunStory[]): string {
  const stories = run.map(({ file, story: { title, clauses }, failed, smallest, runs }) => ({
    file,
    title,
    clauses,
    passed: failed.length === 0,
    ...(runs === undefined ? {} : { runs }),
    ...(smallest === undefined ? {} : { smallest }),
    failures: failed.map(({ moment: { step, at, request }, differences }) => ({
      step,
      ...(at === undefined ? {} : { line: at.line }),
      month: request.month,
      account: request.contract.account,
      differences,
    })),
  }));
  return `${JSON.stringify({ schema: "flexbill.scenario-report/1", stories }, null, 2)}\n`;
}

/** What came of stories, as JUnit XML: a story is a test case. */
export function storiesAsJunit(run: readonly RunStory[], words: CommandWords): string {
  const broken = run.filter(({ failed }) => failed.length > 0).length;
  const cases = run.map(({ file, story, failed, smallest }) => {
    const open = `    <testcase classname="${xml(file)}" name="${xml(story.title)}"`;
    if (failed.length === 0) return `${open}/>\n`;
    const shown = smallest === undefined ? "" : smallestText(file, smallest, words);
    const text = failed.map((moment) => momentText(moment, words)).join("") + shown;
    return `${open}>\n      <failure message="${xml(story.title)}">${xml(text)}</failure>\n    </testcase>\n`;
  });
  const suite = `  <testsuite name="flexbill scenario" tests="${run.length}" failures="${broken}">\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="flexbill scenario">\n${suite}${cases.join("")}  </testsuite>\n</testsuites>\n`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
