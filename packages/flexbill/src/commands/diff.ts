import { type Invoice, rate } from "@flexbill/charges";
import type { Decimal, Instant, Month } from "@flexbill/kernel";
import { type BillDiff, diffBills, isAbove, renderDiffMarkdown, renderDiffText } from "@flexbill/reports";
import type { Contract } from "@flexbill/terms";
import { createMetering, type Metered } from "@flexbill/usage";
import type { Context } from "../cli/context.ts";
import type { Session } from "../host.ts";
import { readContract } from "../input/contract.ts";
import { readEvents } from "../input/events.ts";
import { readInvoice } from "../input/invoice.ts";
import { readBook } from "../input/price-book.ts";
import { namesStdinTwice } from "../input/read-bytes.ts";
import { type Reading, refuse, unclear } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";
import { leaveByInvoices } from "./leave-by-invoices.ts";

/** The options of `flexbill diff`. */
export interface DiffFlags {
  readonly events?: readonly string[];
  readonly month?: Month;
  readonly prices?: string;
  readonly asOf?: Instant;
  readonly threshold?: Decimal;
  readonly format: "text" | "json" | "markdown";
  readonly lang?: "en" | "ja";
  readonly output?: string;
  readonly quiet: boolean;
}

type Two = readonly [before: Invoice, now: Invoice];

/** `flexbill diff`: why a bill changed; exit 1 above the threshold, or where a contract gives no clean bill. */
export async function diffCommand(this: Context, flags: DiffFlags, before: string, now: string): Promise<void> {
  const { session } = this;
  const bills = await readBills(flags, [before, now], session);
  if (!bills.ok) return refuse(this, bills);
  const diff = diffBills(...bills.value);
  const target = openTarget(flags.output, session.host);
  await target.write(written(diff, flags, session));
  await target.keep();
  const isNo = flags.threshold !== undefined && isAbove(diff, flags.threshold);
  await leaveByInvoices(this, bills.value, { tellsIssues: false, isNo });
}

function written(diff: BillDiff, { format, output }: DiffFlags, session: Session): string {
  if (format === "json") return `${JSON.stringify(diff, null, 2)}\n`;
  if (format === "markdown") return renderDiffMarkdown(diff, { language: session.language });
  return renderDiffText(diff, paper(session, output));
}

/** Two invoices as they were written; with events, the invoices of one month under two contracts. */
async function readBills(flags: DiffFlags, paths: readonly [string, string], session: Session): Promise<Reading<Two>> {
  const words = wordsOf(session.language);
  const sources = [...paths, ...(flags.events ?? [])];
  if (namesStdinTwice(sources)) return unclear(words.twice("BEFORE, NOW, --events"));
  const ofContracts = flags.events !== undefined && flags.events.length > 0;
  if (!ofContracts && flags.month !== undefined) return unclear(words.diffMonth);
  const read = ofContracts ? await rateTwo(flags, paths, session) : await readTwo(paths, session);
  if (!read.ok) return read;
  const [before, now] = read.value;
  return before.account === now.account ? read : unclear(words.diffAccounts(before.account, now.account));
}

async function readTwo([before, now]: readonly [string, string], session: Session): Promise<Reading<Two>> {
  const [old, young] = [await readInvoice(before, session), await readInvoice(now, session)];
  if (old.ok && young.ok) return { ok: true, value: [old.value, young.value], issues: [] };
  return failed(old, young);
}

/** Every problem of both. */
function failed(...readings: readonly Reading<unknown>[]): Reading<never> {
  const sentence = readings.flatMap((one) => (one.ok ? [] : (one.sentence ?? []))).join("\n");
  const issues = readings.flatMap((one) => (one.ok ? [] : one.issues));
  return { ok: false, issues, ...(sentence === "" ? {} : { sentence }) };
}

async function rateTwo(
  flags: DiffFlags,
  [before, now]: readonly [string, string],
  session: Session,
): Promise<Reading<Two>> {
  const { month } = flags;
  if (month === undefined) return unclear(wordsOf(session.language).noMonth);
  const [old, young] = [await readContract(before, session), await readContract(now, session)];
  if (!old.ok || !young.ok) return failed(old, young);
  const contracts = [old.value, young.value] as const;
  const asOf = flags.asOf === undefined ? {} : { asOf: flags.asOf };
  const meterings = contracts.map((contract) => createMetering({ contract, month, ...asOf }));
  const found = await readEvents(flags.events ?? [], { ...session, quiet: flags.quiet }, (event) => {
    for (const metering of meterings) metering.add(event);
  });
  if (found.some(({ severity }) => severity === "error")) return { ok: false, issues: found };
  const rated: Reading<Invoice>[] = [];
  for (const [at, contract] of contracts.entries()) {
    const metered = meterings[at]?.finish();
    if (metered !== undefined) rated.push(await rateOne(contract, metered, flags, session));
  }
  const [first, second] = rated;
  if (first?.ok !== true || second?.ok !== true) return failed(...rated);
  return { ok: true, value: [first.value, second.value], issues: found };
}

async function rateOne(
  contract: Contract,
  metered: Metered,
  flags: DiffFlags,
  session: Session,
): Promise<Reading<Invoice>> {
  const book = await readBook(flags.prices, contract.prices.book, session);
  if (!book.ok) return book;
  const asOf = flags.asOf === undefined ? {} : { asOf: flags.asOf };
  const rated = rate(metered, { contract, priceBook: book.value, ...asOf });
  return rated.ok ? { ok: true, value: rated.value, issues: [] } : rated;
}
