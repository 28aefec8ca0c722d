import type { Decimal } from "@flexbill/kernel";
import {
  type Comparison,
  comparePlans,
  comparisonTable,
  csvTable,
  forgottenLogoutSaving,
  renderComparisonSvg,
  renderComparisonText,
  seatSwapSaving,
} from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import type { Session } from "../host.ts";
import { refuse } from "../input/reading.ts";
import { type ReadVariants, readVariants, type VariantFlags } from "../input/variants.ts";
import { paper } from "../output/paper.ts";
import { reportIssues } from "../output/report-issues.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill compare`. */
export interface CompareFlags extends VariantFlags {
  readonly shiftHours: Decimal;
  readonly format: "text" | "json" | "csv" | "svg";
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill compare`: the same months under each plan; exit 1 where the contract as agreed or changed has no answer. */
export async function compareCommand(this: Context, flags: CompareFlags): Promise<void> {
  const { session } = this;
  const read = await readVariants(flags, session);
  if (!read.ok) return refuse(this, read);
  const comparison = compared(read.value, flags);
  const target = openTarget(flags.output, session.host);
  for (const piece of written(comparison, flags, session)) await target.write(piece);
  await target.keep();
  const gap = gapOf(read.value, session);
  if (gap !== undefined) await session.host.err.write(`${gap}\n`);
  if (!flags.quiet) await reportIssues(read.issues, session);
  this.leave(comparison.plans.some(({ errors }) => errors.length > 0) ? exitCodes.no : exitCodes.done);
}

function compared({ variants, presence, seats }: ReadVariants, { shiftHours, asOf }: CompareFlags): Comparison {
  const cut = { longestHours: shiftHours, ...(asOf === undefined ? {} : { asOf }) };
  return comparePlans(variants, {
    seatSwap: seatSwapSaving(variants, seats),
    forgottenLogout: forgottenLogoutSaving(variants, presence, cut),
  });
}

function written(comparison: Comparison, flags: CompareFlags, session: Session): Iterable<string> {
  const { language } = session;
  if (flags.format === "json") return [`${JSON.stringify(comparison, null, 2)}\n`];
  if (flags.format === "csv") return csvTable(comparisonTable(comparison));
  if (flags.format === "svg") return [renderComparisonSvg(comparison, { language })];
  return [renderComparisonText(comparison, paper(session, flags.output))];
}

/** Why the contract as agreed has no plan in some of the months. */
function gapOf({ variants: [agreed] }: ReadVariants, { language }: Session): string | undefined {
  const months = agreed.invoices.flatMap(({ plan, month }) => (plan === null ? [month] : []));
  if (months.length === 0) return undefined;
  const words = wordsOf(language);
  const [first] = agreed.contract.plan.flatMap(({ from }) => from ?? []).sort();
  return first === undefined ? words.contractEmpty(months) : words.contractBegins(first, months);
}
