import { describeIssue, type Issue, type Language, type Severity } from "@flexbill/kernel";
import type { Session } from "../host.ts";
import { wordsOf } from "../words.ts";

/** Tells issues on standard error, each with its file, line, column, path, what was found and what was wanted. */
export async function reportIssues(issues: readonly Issue[], session: Session): Promise<void> {
  const { host, language } = session;
  for (const issue of issues) await host.err.write(`${issueLine(issue, language)}\n`);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 1) await host.err.write(`${wordsOf(language).problems(errors)}\n`);
}

/** `FILE:LINE:COLUMN: error CODE: SENTENCE (PATH)`, as editors and people read it. */
export function issueLine(issue: Issue, language: Language): string {
  const { at, path, code } = issue;
  const file = at?.file === undefined ? "" : `${at.file}:`;
  const place = at === undefined ? "" : `${file}${at.line}:${at.column}: `;
  const where = path === "" ? "" : ` (${path})`;
  return `${place}${severityWord(issue.severity, language)} ${code}: ${describeIssue(issue, language)}${where}`;
}

const severityWord = (severity: Severity, language: Language): string => wordsOf(language)[severity];
