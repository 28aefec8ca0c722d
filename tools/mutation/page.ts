import { readFileSync } from "node:fs";
import { headOf, row } from "../markdown.ts";
import type { Excuse } from "./judgement.ts";
import type { Mutant } from "./mutants.ts";
import { measured } from "./packages.ts";

/** A whole run over one package. */
export interface Score {
  readonly date: string;
  readonly found: number;
  readonly missed: number;
}

export type Scores = Readonly<Record<string, Score>>;
export type Survivors = Readonly<Record<string, readonly Excuse[]>>;

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as T;

/** The latest whole run of each package. */
export const scores = read<Scores>("scores.json");
/** Every mutant that no test finds, with the reason. */
export const survivors = read<Survivors>("survivors.json");

/** The share that was found, cut and not rounded: a bar that is shown as reached was reached. */
export function percent({ found, missed }: Score): string {
  return (Math.floor((found * 10_000) / (found + missed)) / 100).toFixed(2);
}

/** Markdown code of any text: its fence is longer than any in it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

function rowOf(name: string, bar: number, score: Score): string {
  const counts = [score.found + score.missed, score.found].map(String);
  return row([`\`${name}\``, ...counts, `${percent(score)} %`, `${bar} %`, score.date]);
}

function itemOf({ file, line, change }: Mutant): string {
  return `- ${code(`${file}: ${change}`)} in ${code(line)}`;
}

/** docs/mutation.md: what was measured, how, and what survives for which reason. */
export function mutationPage(counted: Scores, excused: Survivors): string {
  const rows = measured.flatMap(({ name, bar }) => {
    const score = counted[name];
    return score === undefined ? [] : [rowOf(name, bar, score)];
  });
  const sections = Object.entries(excused).flatMap(([name, excuses]) => [
    `## Survivors in \`${name}\``,
    "",
    ...excuses.flatMap(({ reason, mutants }) => [`${reason}:`, "", ...mutants.map(itemOf), ""]),
  ]);
  return [
    "# Mutation testing",
    "",
    "A mutant is the code with one small fault. The share of mutants that a package's own tests find says what its tests are",
    "worth. Stryker makes the mutants in a throw-away copy of the tree; texts for people (messages, labels, what an assertion",
    "says) are left out. Survivors count as missed, with a reason or without; a survivor without a reason fails the run, and",
    "so does a reason whose mutant no longer survives. The packages of the table are measured anew each night.",
    "",
    "```sh",
    "node tools/dev.mjs exec node tools/mutation/run.ts kernel             # one package, and fail below its bar",
    "node tools/dev.mjs exec node tools/mutation/run.ts kernel --mutate sign.ts   # some of its files",
    "node tools/dev.mjs exec node tools/mutation/run.ts kernel --write     # and write the score down",
    "```",
    "",
    headOf(["package", "mutants", "found", "score", "bar", "measured on"]),
    ...rows,
    "",
    ...sections,
  ].join("\n");
}
