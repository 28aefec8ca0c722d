import type { Invoice } from "@flexbill/charges";
import { invoiceFormats, renderInvoiceText } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import type { Session } from "../host.ts";
import type { MonthFlags } from "../input/months.ts";
import { refuse, unclear } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";
import { leaveByInvoices } from "./leave-by-invoices.ts";
import { rateAgainst } from "./rate-against.ts";
import { rateBatch } from "./rate-batch.ts";
import { readInvoices } from "./read-invoices.ts";

/** The options of `flexbill rate`. */
export interface RateFlags extends MonthFlags {
  readonly prices?: string;
  readonly batch?: string;
  readonly against?: string;
  readonly format: "text" | "json" | "csv";
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill rate`: events to invoices. */
export async function rateCommand(this: Context, flags: RateFlags): Promise<void> {
  if (flags.batch !== undefined) {
    if (flags.against !== undefined) {
      await refuse(this, unclear(wordsOf(this.session.language).batchAgainst));
      return;
    }
    await rateBatch(this, flags.batch === "" ? "-" : flags.batch, flags);
    return;
  }
  if (flags.against !== undefined) {
    await rateAgainst(this, flags.against, flags);
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
  await leaveByInvoices(this, invoices.value, { tellsIssues: flags.format !== "csv" });
}

function written(invoices: readonly Invoice[], flags: RateFlags, session: Session): string {
  if (flags.format !== "text") return [...invoiceFormats[flags.format].render(invoices, {})].join("");
  const look = paper(session, flags.output);
  return invoices.map((invoice) => renderInvoiceText(invoice, look)).join("\n");
}
