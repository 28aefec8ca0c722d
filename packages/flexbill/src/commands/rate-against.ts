import { adjustmentsBetween, type Invoice, type InvoiceDifference } from "@flexbill/charges";
import { parseMonth } from "@flexbill/kernel";
import { renderDifferenceText } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import type { Session } from "../host.ts";
import { readInvoice } from "../input/invoice.ts";
import { type Reading, refuse, unclear } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";
import type { RateFlags } from "./rate.ts";
import { readInvoices } from "./read-invoices.ts";

interface Compared {
  readonly now: Invoice;
  readonly difference: InvoiceDifference;
}

/** `flexbill rate --against INVOICE`: what an earlier rating of the month has to be corrected by (formats.md 7). */
export async function rateAgainst(context: Context, path: string, flags: RateFlags): Promise<void> {
  const compared = await compare(path, flags, context.session);
  if (!compared.ok) {
    await refuse(context, compared);
    return;
  }
  const target = openTarget(flags.output, context.session.host);
  await target.write(written(compared.value, flags, context.session));
  await target.keep();
  context.leave(exitCodes.done);
}

async function compare(path: string, flags: RateFlags, session: Session): Promise<Reading<Compared>> {
  const words = wordsOf(session.language);
  if (flags.format === "csv") return unclear(words.againstFormat);
  if (path === "-" && [flags.contract, ...(flags.events ?? [])].includes("-")) {
    return unclear(words.twice("--against, --contract, --events"));
  }
  const old = await readInvoice(path, session);
  if (!old.ok) return old;
  const { account } = old.value;
  const billed = parseMonth(old.value.month);
  if (!billed.ok) return billed;
  const month = billed.value;
  const others = (flags.month ?? []).filter((wanted) => wanted !== month);
  if (others.length > 0) return unclear(words.againstMonth(month, others.join(", ")));
  const invoices = await readInvoices({ ...flags, month: [month] }, session);
  if (!invoices.ok) return invoices;
  const [now] = invoices.value;
  if (now === undefined || now.account !== account) return unclear(words.againstAccount(account, now?.account ?? ""));
  return { ok: true, value: { now, difference: adjustmentsBetween(old.value, now) }, issues: [] };
}

function written({ now, difference }: Compared, flags: RateFlags, session: Session): string {
  const { account, month } = now;
  return flags.format === "json"
    ? `${JSON.stringify({ account, month, ...difference }, null, 2)}\n`
    : renderDifferenceText(difference, { month, ...paper(session, flags.output) });
}
