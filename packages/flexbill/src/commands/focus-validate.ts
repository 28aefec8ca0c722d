import type { Issue, Language } from "@flexbill/kernel";
import {
  createFocusValidator,
  detectDataset,
  type FocusDataset,
  type FocusFinding,
  type FocusValidator,
  focusCriteria,
  renderFocusReportJson,
  renderFocusReportText,
} from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import type { Host } from "../host.ts";
import { type CsvBatch, readCsv } from "../input/csv-rows.ts";
import { isParquet, loadParquetReader, readParquet } from "../input/parquet-rows.ts";
import { nameOf } from "../input/read-bytes.ts";
import { refuse, unclear } from "../input/reading.ts";
import { createProgress } from "../output/progress.ts";
import { reportIssues } from "../output/report-issues.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill focus validate`. */
export interface FocusValidateFlags {
  readonly dataset?: FocusDataset;
  readonly criteria?: readonly string[];
  readonly limit: number;
  readonly format: "text" | "json";
  readonly lang?: Language;
  readonly output?: string;
  readonly quiet: boolean;
}

const longestList = 20;

/** `flexbill focus validate FILE`: exit 1 where a row breaks a rule that says MUST, 2 where the file does not read. */
export async function focusValidateCommand(this: Context, flags: FocusValidateFlags, path: string): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  const progress = createProgress(host, flags.quiet);
  const findings: FocusFinding[] = [];
  const issues: Issue[] = [];
  let validator: FocusValidator | undefined;
  let rows = 0;
  const batches = await batchesOf(path, host);
  if (batches === undefined) return refuse(this, unclear(words.parquetNeedsReader));
  for await (const batch of batches) {
    if (issues.length < longestList) issues.push(...batch.issues.slice(0, longestList));
    if (batch.header.length === 0) continue;
    if (validator === undefined) {
      const opened = open(batch.header, flags, this, path);
      if (!opened.ok) return refuse(this, { ...opened, issues });
      validator = opened.value;
      findings.push(...validator.header);
    }
    for (const row of batch.rows) findings.push(...validator.row(row.cells, row.line));
    rows += batch.rows.length;
    progress.show(() => words.rowsChecked(rows.toLocaleString(language)));
  }
  progress.clear();
  await reportIssues(issues, this.session);
  if (validator === undefined) return this.leave(exitCodes.request);
  const report = validator.report();
  const render = flags.format === "json" ? renderFocusReportJson : renderFocusReportText;
  const target = openTarget(flags.output, host);
  await target.write(render({ file: nameOf(path), findings, report }, language));
  await target.keep();
  if (issues.length > 0) return this.leave(exitCodes.request);
  this.leave(report.errors > 0 ? exitCodes.no : exitCodes.done);
}

/** The rows of a file by its kind; undefined where its reader is not there. */
async function batchesOf(path: string, host: Host): Promise<AsyncGenerator<CsvBatch> | undefined> {
  if (!isParquet(path)) return readCsv(path, host);
  const reader = await loadParquetReader();
  return reader === undefined ? undefined : readParquet(path, host, reader);
}

function open(columns: readonly string[], flags: FocusValidateFlags, { session }: Context, path: string) {
  const words = wordsOf(session.language);
  const dataset = flags.dataset ?? detectDataset(columns);
  if (dataset === undefined) return unclear(words.notFocus(nameOf(path), columns));
  const criteria = (flags.criteria ?? []).flatMap((names) => names.split(",")).map((name) => name.trim());
  const known = focusCriteria(dataset);
  const unknown = criteria.filter((name) => !known.includes(name));
  if (unknown.length > 0) return unclear(words.unknownCriteria(unknown, known));
  return { ok: true, value: createFocusValidator({ dataset, columns, criteria, limit: flags.limit }) } as const;
}
