import { chargesTable, type DataTable, usageTable } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { type MonthFlags, readMonths } from "../input/months.ts";
import { refuse } from "../input/reading.ts";
import { reportIssues } from "../output/report-issues.ts";
import { type TableFormat, writeTables } from "../output/write-tables.ts";
import { leaveByInvoices } from "./leave-by-invoices.ts";
import { readInvoices } from "./read-invoices.ts";

/** The options of `flexbill export usage`. */
export interface ExportUsageFlags extends MonthFlags {
  readonly format: TableFormat;
  readonly bom: boolean;
  readonly force: boolean;
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** The options of `flexbill export charges`. */
export interface ExportChargesFlags extends ExportUsageFlags {
  readonly prices?: string;
}

/** `flexbill export charges`: the lines of invoices as a table; exit 1 where an invoice carries an error. */
export async function exportChargesCommand(this: Context, flags: ExportChargesFlags): Promise<void> {
  const invoices = await readInvoices(flags, this.session);
  if (!invoices.ok) return refuse(this, invoices);
  if (!(await write(this, chargesTable(invoices.value), flags))) return;
  await leaveByInvoices(this, invoices.value, { tellsIssues: false });
}

/** `flexbill export usage`: usage rows as a table. */
export async function exportUsageCommand(this: Context, flags: ExportUsageFlags): Promise<void> {
  const months = await readMonths(flags, this.session);
  if (!months.ok) return refuse(this, months);
  const { metered } = months.value;
  if (!(await write(this, usageTable(metered.flatMap(({ rows }) => rows)), flags))) return;
  const remarks = [...months.issues, ...metered.flatMap(({ issues }) => issues)];
  if (!flags.quiet) await reportIssues(remarks, this.session);
  this.leave(exitCodes.done);
}

const write = (context: Context, table: DataTable, flags: ExportUsageFlags): Promise<boolean> =>
  writeTables(context, [{ path: flags.output, table }], flags);
