import type { Amount, InvoiceDifference } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { range, signed } from "./figures.ts";
import { monthName } from "./invoice-text.ts";
import { type Speech, speechOf } from "./speech.ts";
import { type Style, styleOf } from "./style.ts";
import { type Column, renderTable } from "./table.ts";

/** How a difference is to be written. */
export interface DifferenceTextOptions {
  readonly month: string;
  readonly language?: Language;
  /** Columns of the paper or terminal, 80 by default and at the least. */
  readonly width?: number;
  /** True writes terminal colours. */
  readonly colour?: boolean;
}

/**
 * The difference of two ratings of a month for people: what to add to each charge, then the charges that are ranges and
 * are not adjusted.
 *
 * @example
 * ```ts
 * renderDifferenceText(adjustmentsBetween(invoiced, again), { month: again.month });
 * ```
 */
export function renderDifferenceText(difference: InvoiceDifference, options: DifferenceTextOptions): string {
  const { month, language = "en", width = 80, colour = false } = options;
  const speech = speechOf(language);
  const style = styleOf(colour);
  const wide = Math.max(80, width);
  const title = style.strong(speech.say("differenceTitle", { month: monthName(month, language) }));
  const parts = [adjusted(difference, speech, wide), unsettled(difference, speech, style, wide)];
  const texts = parts.filter((part) => part !== "");
  return `${[title, ...(texts.length === 0 ? [speech.say("noDifference")] : texts)].join("\n\n")}\n`;
}

function adjusted({ adjustments }: InvoiceDifference, { say }: Speech, width: number): string {
  if (adjustments.length === 0) return "";
  const columns: readonly Column[] = [
    { title: say("corrects"), align: "left", least: 24 },
    { title: say("amount"), align: "right" },
  ];
  const rows = adjustments.map(({ corrects, amount, currency }) => [corrects, `${signed(amount)} ${currency}`]);
  return renderTable(columns, rows, width).trimEnd();
}

function unsettled({ unsettled: lines }: InvoiceDifference, { say }: Speech, style: Style, width: number): string {
  if (lines.length === 0) return "";
  const figure = (amount: Amount | null): string => (amount === null ? "–" : range(amount, say("noUpperBound")));
  const columns: readonly Column[] = [
    { title: say("line"), align: "left", least: 24 },
    { title: say("before"), align: "right" },
    { title: say("now"), align: "right" },
  ];
  const rows = lines.map(({ charge, currency, old, new: now }) => [`${charge} ${currency}`, figure(old), figure(now)]);
  return `${style.strong(say("notAdjusted"))}\n${renderTable(columns, rows, width).trimEnd()}`;
}
