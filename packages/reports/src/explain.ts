import type { Charge, Invoice } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { padEnd } from "./display-width.ts";
import { arithmetic } from "./explain-arithmetic.ts";
import { whatWouldChange } from "./explain-changes.ts";
import { clauseTexts } from "./explain-clauses.ts";
import { prices } from "./explain-prices.ts";
import type { Explained } from "./explained.ts";
import { grouped, range } from "./figures.ts";
import { lineName, monthName } from "./invoice-text.ts";
import { speechOf } from "./speech.ts";
import { styleOf } from "./style.ts";
import { renderTable } from "./table.ts";
import { hang } from "./wrap.ts";

/** How an explanation is to be written. */
export interface ExplainOptions {
  readonly language?: Language;
  /** Columns of the paper or terminal, 80 by default and at the least. */
  readonly width?: number;
  /** True writes terminal colours. */
  readonly colour?: boolean;
}

/**
 * A charge explained: its clauses, the inputs, each step of the arithmetic, its users, where the price comes from, the
 * assumptions that it rests on and what would change the amount. Charges of one id in several currencies are explained one
 * after the other. Undefined where the invoice has no such charge.
 *
 * @example
 * ```ts
 * explainCharge(invoice, "license/flex-active-user-hour", { language: "en" });
 * ```
 */
export function explainCharge(invoice: Invoice, chargeId: string, options: ExplainOptions = {}): string | undefined {
  const charges = invoice.charges.filter(({ id }) => id === chargeId);
  if (charges.length === 0) return undefined;
  return charges.map((charge) => explained(invoice, charge, options)).join("\n\n");
}

function explained(invoice: Invoice, charge: Charge, options: ExplainOptions): string {
  const { language = "en", width = 80, colour = false } = options;
  const subject = { invoice, charge, speech: speechOf(language), style: styleOf(colour), width: Math.max(80, width) };
  const parts = [head, clauseTexts, arithmetic, users, prices, assumptions, whatWouldChange];
  const texts = parts.map((part) => part(subject)).filter((text) => text !== "");
  return `${texts.join("\n\n")}\n`;
}

function head({ invoice, charge, speech, style, width }: Explained): string {
  const { say } = speech;
  const rows: readonly (readonly [string, string])[] = [
    [say("line"), `${lineName(charge, speech)} · ${speech.kind(charge.kind)}`],
    [say("payee"), charge.payee],
    [say("quantity"), `${grouped(charge.quantity)} ${speech.unit(charge.unit, charge.quantity)}`],
    [say("amount"), `${range(charge.amount, say("noUpperBound"))} ${charge.currency}`],
  ];
  const title = `${say("explainTitle", { id: charge.id })} · ${monthName(invoice.month, speech.language)}`;
  const notes = (charge.notes ?? []).map((note) => hang("", note[speech.language], width));
  return [style.strong(title), ...rows.map(([name, value]) => hang(padEnd(name, 12), value, width)), ...notes].join(
    "\n",
  );
}

function users({ charge, speech, style, width }: Explained): string {
  if (charge.users.length === 0) return "";
  const { say } = speech;
  const columns = [say("user"), say("used"), say("allowance"), say("over")].map((title, at) => ({
    title,
    align: at === 0 ? ("left" as const) : ("right" as const),
  }));
  const cell = (text: string | null): string => (text === null ? "–" : grouped(text));
  const rows = charge.users.map((share) => [
    share.user,
    cell(share.quantity),
    cell(share.allowance),
    cell(share.overage),
  ]);
  const table = renderTable(columns, rows, width - 2).replace(/^(?=.)/gm, "  ");
  return `${style.strong(say("users"))}\n${table.trimEnd()}`;
}

function assumptions({ invoice, charge, speech, style, width }: Explained): string {
  const used = invoice.assumptions.filter(({ key }) => charge.assumptions.includes(key));
  if (used.length === 0) return "";
  const lines = used.map(({ key, value }) => `  ${key} = ${value}\n${hang("      ", speech.reason(key), width)}`);
  return [style.strong(speech.say("matters")), ...lines].join("\n");
}
