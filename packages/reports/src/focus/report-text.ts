import type { Language } from "@flexbill/kernel";
import { describeFocusFinding } from "./describe-finding.ts";
import { focusVersion } from "./model.ts";
import { type FocusSentences, sentencesEn } from "./sentences.en.ts";
import { sentencesJa } from "./sentences.ja.ts";
import type { FocusFinding, FocusReport } from "./validator.ts";

/** What a validation found in a file. */
export interface FocusVerdict {
  readonly file: string;
  readonly findings: readonly FocusFinding[];
  readonly report: FocusReport;
}

const catalogues: Readonly<Record<Language, FocusSentences>> = { en: sentencesEn, ja: sentencesJa };

/**
 * The findings as lines `FILE:LINE: error RULE (row N): SENTENCE`, then how many more rows broke each rule, then the sum.
 */
export function renderFocusReportText({ file, findings, report }: FocusVerdict, language: Language): string {
  const { verdict } = catalogues[language];
  const lines = findings.map((finding) => {
    const { rule, row, line } = finding;
    const level = rule.level === "must" ? verdict.error : verdict.warning;
    const where = row === 0 ? "" : ` (${verdict.row(row)})`;
    return `${file}:${line}: ${level} ${rule.id}${where}: ${describeFocusFinding(finding, language)}`;
  });
  const told = Map.groupBy(findings, ({ rule }) => rule.id);
  const more = report.counts
    .map(({ rule, rows }) => ({ id: rule.id, rest: rows - (told.get(rule.id)?.length ?? 0) }))
    .filter(({ rest }) => rest > 0)
    .map(({ id, rest }) => verdict.more(id, rest));
  const head = verdict.sum(`FOCUS ${focusVersion} ${report.dataset}`, report.rows, report.rules);
  const sum = `${file}: ${head}${verdict.counts(report.errors, report.warnings)}`;
  return `${[...lines, ...more, sum].join("\n")}\n`;
}

/** The findings and counts as JSON; `sentence` is in the language, everything else is not. */
export function renderFocusReportJson({ file, findings, report }: FocusVerdict, language: Language): string {
  const told = findings.map((finding) => {
    const { rule, row, line, column, found, wanted } = finding;
    const sentence = describeFocusFinding(finding, language);
    return { rule: rule.id, level: rule.level, row, line, column, found, wanted, sentence };
  });
  const { dataset, rows, rules, errors, warnings } = report;
  const counts = report.counts.map(({ rule, rows: broken }) => ({ rule: rule.id, level: rule.level, rows: broken }));
  const document = { schema: "flexbill.focus-report/1", version: focusVersion, file, dataset, rows, rules };
  return `${JSON.stringify({ ...document, errors, warnings, counts, findings: told }, null, 2)}\n`;
}
