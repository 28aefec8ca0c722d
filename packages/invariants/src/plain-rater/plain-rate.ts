import type { PriceBook, RatingRequest } from "../request.ts";
import { addUp, type Line, type PrintedCharge, printed, rounded, type Totals, totalsOf } from "./charge-lines.ts";
import { adjustmentLines, commitmentLines, supportLines, taxLines } from "./closing-lines.ts";
import { excessLines } from "./excess.ts";
import { knownEvents } from "./known-events.ts";
import { licenseLines } from "./license.ts";
import { surchargeLines, thirdPartyLines, usageLines } from "./list-price-lines.ts";
import { beginsInside, contextOf, type MonthContext } from "./month-context.ts";
import { meterOthers } from "./other-meters.ts";
import { meterPeople, type People } from "./people-meters.ts";
import { standardProducts } from "./standard-products.ts";
import { meterTraffic } from "./traffic-meters.ts";
import { rowsOf, type UsageRow } from "./usage-row.ts";

export interface PlainAnswer {
  readonly usage: readonly UsageRow[];
  readonly charges: readonly PrintedCharge[];
  readonly totals: Totals;
  /** Sorted by code, each once. */
  readonly issues: readonly { readonly code: string; readonly severity: "error" | "warning" | "info" }[];
}

/**
 * The invoice of a valid rating request (formats.md section 8), calculated slowly in exact fractions from the words of
 * formats.md alone.
 */
export function plainRate(request: RatingRequest, books: ReadonlyMap<string, PriceBook>): PlainAnswer {
  const context = contextOf(request, books);
  raisePlanIssues(context);
  const events = knownEvents(request.events, context);
  const people = meterPeople(events, context);
  const traffic = meterTraffic(events, context);
  const usage = rowsOf([...people.measurements, ...traffic, ...meterOthers(events, context)]);
  const lines = close(print(usedLines(usage, people, context), context), context);
  if (lines.some(({ high }) => high === null)) context.issues.add("price.missing");
  if (lines.some(({ currency }) => currency !== context.contract.currency)) context.issues.add("currency.mixed");
  return {
    usage,
    charges: lines.map(printed),
    totals: totalsOf(lines),
    issues: [...context.issues].sort().map((code) => ({ code, severity: severityOf(code) })),
  };
}

function raisePlanIssues({ contract, month, plan, issues }: MonthContext): void {
  if (!plan) issues.add("plan.none");
  if ((contract.plan ?? []).some(({ from }) => beginsInside(from, month))) issues.add("plan.changed-mid-month");
  if (month < "2025-04") issues.add("terms.unknown-edition");
}

/** Section 6. */
function severityOf(code: string): "error" | "warning" | "info" {
  if (code === "plan.none") return "error";
  return code === "usage.unattributed-ignored" ? "info" : "warning";
}

/** The lines from `license` to `breach`. */
function usedLines(rows: readonly UsageRow[], people: People, context: MonthContext): readonly Line[] {
  const included = rows.filter(({ product }) => context.fairUsage && standardProducts.has(product));
  const products = new Set(included.map(({ product }) => product));
  const others = rows.filter((row) => !included.includes(row) && isUsageLine(row));
  return [
    ...licenseLines(rows, people, context),
    ...[...products].flatMap((product) =>
      excessLines(
        included.filter((row) => row.product === product),
        people,
        context,
      ),
    ),
    ...usageLines(others, context),
    ...thirdPartyLines(rows, context),
    ...surchargeLines(rows, context),
  ];
}

const neverUsage: ReadonlySet<string> = new Set([
  "flex-active-user-hour",
  "flex-named-user",
  "flex-active-user",
  "flex-provisioned-user",
  "carrier-fee",
  "third-party-messaging",
  "third-party-voice",
  "third-party-virtual-agent",
  "programmable-voice-platform",
]);

/** Licences are never usage, fees are third parties'; where voice is bundled its platform is no line at all. */
function isUsageLine({ product }: UsageRow): boolean {
  return !neverUsage.has(product);
}

function print(lines: readonly Line[], context: MonthContext): readonly Line[] {
  const mode = context.assumption("rounding.mode") === "half-even" ? "half-even" : "half-up";
  return addUp(lines).map((line) => rounded(line, mode));
}

/** `commitment`, `support`, `adjustment` and `tax`, each over the printed lines above it. */
function close(used: readonly Line[], context: MonthContext): readonly Line[] {
  const committed = [...used, ...print(commitmentLines(used, context), context)];
  const supported = [...committed, ...print(supportLines(committed, context), context)];
  const adjusted = [...supported, ...print(adjustmentLines(context), context)];
  return [...adjusted, ...print(taxLines(adjusted, context), context)];
}
