import type { Law } from "../law.ts";
import type { LawRun } from "../run/run-law.ts";
import type { Counterexample } from "./counterexample.ts";
import { tallyOf } from "./text.ts";
import { type Reported, type RunAsked, verifyReport } from "./verify-report.ts";

/** The run as one JSON document. */
export function renderJson(reported: readonly Reported[], asked: RunAsked): string {
  return `${JSON.stringify(verifyReport(reported, asked), null, 2)}\n`;
}

/** The run as JUnit XML: a law is a test case, a suite of laws a test suite. */
export function renderJunit(reported: readonly Reported[]): string {
  const suites = Map.groupBy(reported, ({ law }) => law.suite);
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="flexbill verify">'];
  for (const [suite, laws] of suites) {
    const { failed, vacuous, skipped } = tallyOf(laws.map(({ run }) => run));
    const counts = `tests="${laws.length}" failures="${failed + vacuous}" skipped="${skipped}"`;
    lines.push(`  <testsuite name="${xml(suite)}" ${counts}>`, ...laws.flatMap(junitCase), "  </testsuite>");
  }
  return `${[...lines, "</testsuites>"].join("\n")}\n`;
}

function junitCase({ law, run, failure }: Reported): readonly string[] {
  const seconds = (run.milliseconds.generation + run.milliseconds.rating) / 1000;
  const open = `    <testcase classname="${xml(law.suite)}" name="${xml(law.id)}" time="${seconds}"`;
  const inside = junitOutcome(law, run, failure);
  return inside === undefined ? [`${open}/>`] : [`${open}>`, `      ${inside}`, "    </testcase>"];
}

function junitOutcome(law: Law, run: LawRun, failure: Counterexample | undefined): string | undefined {
  if (run.outcome === "skipped") return `<skipped message="${xml(`needs ${run.needs.join(", ")}`)}"/>`;
  if (run.outcome === "vacuous") return `<failure message="${xml(`met too rarely: ${run.missing.join(", ")}`)}"/>`;
  if (failure === undefined) return undefined;
  return `<failure message="${xml(law.sentence.en)}">${xml(summaryOf(failure))}</failure>`;
}

/** The failures as annotations of a workflow on GitHub. */
export function renderGithub(reported: readonly Reported[]): string {
  const lines = reported.flatMap(({ law, run, failure }) => {
    if (run.outcome === "vacuous") return [annotation(law, `met too rarely: ${run.missing.join(", ")}`)];
    return failure === undefined ? [] : [annotation(law, `${law.sentence.en}\n${summaryOf(failure)}`)];
  });
  return lines.map((line) => `${line}\n`).join("");
}

function annotation(law: Law, message: string): string {
  const escaped = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return `::error title=${law.id}::${escaped}`;
}

function summaryOf({ findings, trouble, token }: Counterexample): string {
  const lines = findings.map(({ line, expected, actual }) => `${line}: expected ${expected}, actual ${actual}`);
  return [...(trouble === undefined ? lines : [trouble]), `replay token ${token}`].join("\n");
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
