import type { Language } from "@flexbill/kernel";
import type { Law } from "../law.ts";
import type { RatingRequest } from "../request.ts";
import type { LawRun } from "../run/run-law.ts";
import type { Counterexample } from "./counterexample.ts";
import { type Tally, type Words, wordsEn } from "./words.en.ts";
import { wordsJa } from "./words.ja.ts";

export const wordsOf = (language: Language): Words => (language === "ja" ? wordsJa : wordsEn);

/** A law in one line: what came of it, its id and its sentence, and how much was asked. */
export function renderRun(law: Law, run: LawRun, language: Language): string {
  const words = wordsOf(language);
  const mark = { passed: "✓", failed: "✗", vacuous: "!", skipped: "-" }[run.outcome];
  const more = {
    passed: words.runs(run.runs, run.rejected ?? 0),
    failed: words.failed,
    vacuous: run.outcome === "vacuous" ? `${words.vacuous}, ${words.rare(run.missing.join(", "))}` : "",
    skipped: run.outcome === "skipped" ? `${words.skipped}, ${words.needs(run.needs.join(", "))}` : "",
  }[run.outcome];
  return `${mark} ${law.id}  ${law.sentence[language]} (${more})`;
}

/** Everything about a failure that a person needs: sentence, clauses, the month, what differs, how to replay it. */
export function renderFailure(law: Law, found: Counterexample, replay: string, language: Language): string {
  const words = wordsOf(language);
  const clauses = found.clauses.length === 0 ? "" : `  ${found.clauses.join(" ")}`;
  const months = found.requests.map((request, index) => {
    const title = found.requests.length === 1 ? words.month : words.question(index + 1, found.requests.length);
    return `${title}\n${indented(renderRequest(request, words))}`;
  });
  return [
    `✗ ${law.id}${clauses}`,
    `  ${law.sentence[language]}`,
    "",
    ...months.map((month) => `${indented(month)}\n`),
    indented(found.trouble === undefined ? renderFindings(found, words) : words.trouble(found.trouble)),
    "",
    `  ${words.shrunk(found.events.original, found.events.shrunk, found.run)}`,
    `  ${words.replay}  ${replay}`,
    "",
  ].join("\n");
}

/** How many laws ended in each way, in a sentence. */
export function renderSummary(runs: readonly LawRun[], language: Language): string {
  return wordsOf(language).summary(tallyOf(runs));
}

/** How many laws ended in each way. */
export function tallyOf(runs: readonly LawRun[]): Tally {
  const count = (outcome: LawRun["outcome"]) => runs.filter((run) => run.outcome === outcome).length;
  return { passed: count("passed"), failed: count("failed"), vacuous: count("vacuous"), skipped: count("skipped") };
}

function renderFindings({ findings }: Counterexample, words: Words): string {
  const rows = findings.map(({ line, expected, actual, difference }) => [line, expected, actual, difference ?? ""]);
  return columns([[words.line, words.expected, words.actual, words.difference], ...rows]);
}

/** The contract's parts that are set, the prices, and the events: one a row. */
export function renderRequest({ contract, priceBook, month, asOf, events }: RatingRequest, words: Words): string {
  const set = Object.entries(contract).filter(([, value]) => !isEmpty(value));
  const settings: readonly (readonly string[])[] = [
    ["month", asOf === undefined ? month : `${month}, as of ${asOf}`],
    ...set.map(([key, value]) => [key, shown(value)]),
    ...(typeof priceBook === "object"
      ? priceBook.map((entry) => ["price", shown(entry)])
      : [["prices", `${priceBook}`]]),
  ];
  const told = events.map(({ type, data, id }) => [
    id,
    type.replace("dev.flexbill.", ""),
    Object.entries(data)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key}=${typeof value === "string" ? shortened(value) : JSON.stringify(value)}`)
      .join(" "),
  ]);
  return `${columns(settings)}\n${events.length === 0 ? words.noEvents : columns(told)}`;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === "object" && Object.keys(value).length === 0);
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value).replaceAll('"', "");
}

/** SIDs are told by their two letters and last digits: `WK…000a`. */
function shortened(text: string): string {
  return text.replace(/^([A-Z]{2})[0-9a-f]{28}([0-9a-f]{4})$/, "$1…$2");
}

export function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");
}

/** Rows with their cells under each other, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
