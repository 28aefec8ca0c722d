import { type Invoice, rate, withIssues } from "@flexbill/charges";
import type { Issue } from "@flexbill/kernel";
import { renderInvoiceJson, renderInvoiceText } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import type { Session } from "../host.ts";
import { type MonthFlags, type Months, readMonths } from "../input/months.ts";
import { readBook } from "../input/price-book.ts";
import { type Reading, refuse } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { openTarget } from "../output/write-aside.ts";
import { invoicesCsv } from "./invoice-csv.ts";
import { rateBatch } from "./rate-batch.ts";

/** The options of `flexbill rate`. */
export interface RateFlags extends MonthFlags {
  readonly prices?: string;
  readonly batch?: string;
  readonly format: "text" | "json" | "csv";
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill rate`: events to invoices. */
export async function rateCommand(this: Context, flags: RateFlags): Promise<void> {
  if (flags.batch !== undefined) {
    await rateBatch(this, flags.batch === "" ? "-" : flags.batch, flags);
    return;
  }
  const invoices = await readInvoices(flags, this.session);
  if (!invoices.ok) {
    await refuse(this, invoices);
    return;
  }
  const target = openTarget(flags.output, this.session.host);
  await target.write(written(invoices.value, flags, this.session));
  await target.keep();
  const failed = invoices.value.some(({ issues }) => issues.some(({ severity }) => severity === "error"));
  this.leave(failed ? exitCodes.no : exitCodes.done);
}

/** Reads everything that the options name and rates each month. */
export async function readInvoices(
  flags: MonthFlags & { readonly prices?: string },
  session: Session,
): Promise<Reading<readonly Invoice[]>> {
  const months = await readMonths(flags, session);
  if (!months.ok) return months;
  const book = await readBook(flags.prices, months.value.contract.prices.book, session);
  if (!book.ok) return book;
  const { contract, metered } = months.value satisfies Months;
  const rated = metered.map((one) =>
    rate(one, { contract, priceBook: book.value, ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }) }),
  );
  const failures = rated.flatMap((result): readonly Issue[] => (result.ok ? [] : result.issues));
  if (failures.length > 0) return { ok: false, issues: failures };
  const remarks = [...months.issues, ...book.issues];
  const invoices = rated.flatMap((result) => (result.ok ? [withIssues(result.value, remarks)] : []));
  return { ok: true, value: invoices, issues: [] };
}

function written(invoices: readonly Invoice[], flags: RateFlags, session: Session): string {
  if (flags.format === "csv") return invoicesCsv(invoices);
  if (flags.format === "text") {
    const look = paper(session, flags.output);
    return invoices.map((invoice) => renderInvoiceText(invoice, look)).join("\n");
  }
  const [only] = invoices;
  if (only !== undefined && invoices.length === 1) return renderInvoiceJson(only);
  return `[\n${invoices.map((invoice) => renderInvoiceJson(invoice).trimEnd()).join(",\n")}\n]\n`;
}
