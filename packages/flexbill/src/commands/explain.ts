import type { Month } from "@flexbill/kernel";
import { explainCharge } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import type { MonthFlags } from "../input/months.ts";
import { refuse, unclear } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";
import { readInvoices } from "./read-invoices.ts";

/** The options of `flexbill explain`. */
export interface ExplainFlags extends Omit<MonthFlags, "month"> {
  readonly month: Month;
  readonly prices?: string;
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill explain`: one charge of a month, from its clause to its cents. */
export async function explainCommand(this: Context, flags: ExplainFlags, id: string): Promise<void> {
  const { session } = this;
  const invoices = await readInvoices({ ...flags, month: [flags.month] }, session);
  if (!invoices.ok) {
    await refuse(this, invoices);
    return;
  }
  const [invoice] = invoices.value;
  const text = invoice === undefined ? undefined : explainCharge(invoice, id, paper(session, flags.output));
  if (invoice === undefined || text === undefined) {
    const known = invoice?.charges.map((charge) => charge.id) ?? [];
    await refuse(this, unclear(wordsOf(session.language).unknownCharge(id, known)));
    return;
  }
  const target = openTarget(flags.output, session.host);
  await target.write(text);
  await target.keep();
  this.leave(exitCodes.done);
}
