import { invoiceFormats, type Paper } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import type { MonthFlags } from "../input/months.ts";
import { refuse, unclear } from "../input/reading.ts";
import { isTaken, openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";
import { leaveByInvoices } from "./leave-by-invoices.ts";
import { readInvoices } from "./read-invoices.ts";

/** The options of `flexbill export invoice`. */
export interface ExportInvoiceFlags extends MonthFlags {
  readonly prices?: string;
  readonly format: "html" | "markdown" | "csv" | "json";
  readonly paper: Paper;
  readonly bom: boolean;
  readonly force: boolean;
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill export invoice`: invoices to read, to print and to file; exit 1 where one carries an error. */
export async function exportInvoiceCommand(this: Context, flags: ExportInvoiceFlags): Promise<void> {
  const { host, language } = this.session;
  if (isTaken(flags.output, host, flags.force))
    return refuse(this, unclear(wordsOf(language).outputThere(flags.output ?? "")));
  const invoices = await readInvoices(flags, this.session);
  if (!invoices.ok) return refuse(this, invoices);
  const target = openTarget(flags.output, host);
  const { paper, bom } = flags;
  for (const piece of invoiceFormats[flags.format].render(invoices.value, { language, paper, bom }))
    await target.write(piece);
  await target.keep();
  await leaveByInvoices(this, invoices.value, { tellsIssues: flags.format !== "csv" });
}
