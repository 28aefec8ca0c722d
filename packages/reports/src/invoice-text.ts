import { type Charge, type ChargeKind, chargeKinds, type Invoice } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { padEnd } from "./display-width.ts";
import { grouped, range, sumsOf } from "./figures.ts";
import { assumptionLines, issueLines } from "./invoice-notes.ts";
import { type Speech, speechOf } from "./speech.ts";
import { type Style, styleOf } from "./style.ts";
import { type Column, columnWidths, rowLines } from "./table.ts";
import { hang } from "./wrap.ts";

/** How an invoice is to be written. */
export interface InvoiceTextOptions {
  readonly language?: Language;
  /** Columns of the paper or terminal, 80 by default and at the least. */
  readonly width?: number;
  /** True writes terminal colours. */
  readonly colour?: boolean;
  /** A mark after the names of some lines, such as "*"; what it means is said elsewhere. */
  readonly mark?: (charge: Charge) => string;
}

interface Sheet {
  readonly invoice: Invoice;
  readonly speech: Speech;
  readonly style: Style;
  readonly width: number;
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly mark: (charge: Charge) => string;
}

/**
 * An invoice as a table for people: lines by kind, other companies' fees in a block of their own, ranges as
 * low – high, clause ids, then the assumptions and what has to be looked at. Amounts are in the currency named.
 *
 * @example
 * ```ts
 * renderInvoiceText(invoice, { language: "ja", width: 100 });
 * ```
 */
export function renderInvoiceText(invoice: Invoice, options: InvoiceTextOptions = {}): string {
  const sheet = sheetOf(invoice, options);
  const parts = [head(sheet), ...body(sheet), assumptionLines(sheet), issueLines(sheet)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function sheetOf(
  invoice: Invoice,
  { language = "en", width = 80, colour = false, mark = () => "" }: InvoiceTextOptions,
): Sheet {
  const speech = speechOf(language);
  const wide = Math.max(80, width);
  const currency = onlyCurrency(invoice);
  const columns: readonly Column[] = [
    { title: "", align: "left", least: 24, hanging: 6 },
    { title: speech.say("quantity"), align: "right" },
    { title: speech.say("price"), align: "right" },
    { title: currency === undefined ? speech.say("amount") : speech.say("amountIn", { currency }), align: "right" },
  ];
  const rows = invoice.charges.map((charge) => cells(charge, invoice, speech, mark(charge)));
  const widths = columnWidths(columns, [...rows, ...totalCells(invoice, speech)], wide);
  return { invoice, speech, style: styleOf(colour), width: wide, columns, widths, mark };
}

/** The currency of an invoice, where it has one alone. */
function onlyCurrency({ totals }: Invoice): string | undefined {
  const [currency, second] = Object.keys(totals);
  return second === undefined ? currency : undefined;
}

function head({ invoice, speech, style, width }: Sheet): string {
  const { say } = speech;
  const rows: readonly (readonly [string, string])[] = [
    [say("account"), invoice.account],
    [say("plan"), say("terms", { plan: speech.plan(invoice.plan), terms: invoice.terms })],
    [
      say("period"),
      `${invoice.period.start} – ${invoice.period.end} (${invoice.timeZone})${finality(invoice, speech)}`,
    ],
  ];
  const title = style.strong(say("month", { month: monthName(invoice.month, speech.language) }));
  return [title, ...rows.map(([name, value]) => hang(padEnd(name, 12), value, width))].join("\n");
}

function finality({ asOf, status }: Invoice, { say }: Speech): string {
  return asOf === undefined || status === undefined ? "" : `${say("and")}${say(status, { asOf })}`;
}

/** The month by name, through Intl: "October 2026". */
export function monthName(month: string, language: Language): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const format = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(year, number - 1, 1)));
}

/** The lines by kind; other companies' fees after Twilio's own, taxes and totals last. */
function body(sheet: Sheet): readonly string[] {
  const { speech, style, columns, widths } = sheet;
  const { charges } = sheet.invoice;
  const own = chargeKinds.filter((kind) => kind !== "third-party" && kind !== "tax");
  const titles = rowLines(
    columns,
    widths,
    columns.map(({ title }) => title),
  )
    .map(style.faint)
    .join("\n");
  const twilio = own.flatMap((kind) => group(sheet, charges, kind));
  return [
    [titles, ...twilio].join("\n"),
    thirdParty(sheet),
    group(sheet, charges, "tax").join("\n"),
    [rule(sheet, "─"), ...totals(sheet)].join("\n"),
    charges.some(isRange) ? style.faint(hang("", speech.say("rangeNote"), sheet.width)) : "",
  ].filter((part) => part !== "");
}

const isRange = ({ amount }: Charge): boolean => amount.low !== amount.high;

const rule = ({ style, width }: Sheet, line: string): string => style.faint(line.repeat(width));

function group(sheet: Sheet, charges: readonly Charge[], kind: ChargeKind): readonly string[] {
  const lines = charges.filter((charge) => charge.kind === kind);
  if (lines.length === 0) return [];
  return [sheet.style.strong(sheet.speech.kind(kind)), ...lines.flatMap((charge) => chargeLines(sheet, charge))];
}

/** Other companies' fees: apart from everything else, between two rules. */
function thirdParty(sheet: Sheet): string {
  const { invoice, speech, style, width } = sheet;
  const lines = group(sheet, invoice.charges, "third-party");
  if (lines.length === 0) return "";
  const note = style.faint(hang("", speech.say("thirdPartyNote"), width));
  return [rule(sheet, "┄"), lines[0], note, ...lines.slice(1), rule(sheet, "┄")].join("\n");
}

/** A line of the invoice, and below it the clauses that it rests on and the id by which it can be explained. */
function chargeLines(
  { invoice, columns, widths, width, speech, style, mark }: Sheet,
  charge: Charge,
): readonly string[] {
  const basis = hang("    ", [...charge.clauses, charge.id].join(" "), width);
  return [...rowLines(columns, widths, cells(charge, invoice, speech, mark(charge))), style.faint(basis)];
}

function cells(charge: Charge, invoice: Invoice, speech: Speech, mark: string): readonly string[] {
  const { quantity, unit, unitPrice, amount } = charge;
  const figure = range(amount, speech.say("noUpperBound"));
  return [
    `  ${lineName(charge, speech)}${mark}`,
    `${grouped(quantity)} ${speech.unit(unit, quantity)}`,
    unitPrice === null ? "" : grouped(unitPrice),
    onlyCurrency(invoice) === undefined ? `${figure} ${charge.currency}` : figure,
  ];
}

/** What a line is for: the product, then the rate in brackets; for other companies' fees the company first. */
export function lineName({ product, rate, payee }: Charge, { product: name, say }: Speech): string {
  if (rate === "") return name(product);
  if (rate === "unattributed") return `${name(product)} (${say("unattributed")})`;
  return payee === rate ? `${payee}: ${name(product)}` : `${name(product)} (${rate})`;
}

function totals(sheet: Sheet): readonly string[] {
  const rows = totalCells(sheet.invoice, sheet.speech);
  return rows.flatMap((row) => {
    const lines = rowLines(sheet.columns, sheet.widths, row);
    return row[0]?.startsWith(" ") === true ? lines : lines.map(sheet.style.strong);
  });
}

function totalCells(invoice: Invoice, { say }: Speech): readonly (readonly string[])[] {
  const unbounded = say("noUpperBound");
  const others = sumsOf(invoice.charges.filter(({ kind }) => kind === "third-party"));
  const twilio = sumsOf(invoice.charges.filter(({ kind }) => kind !== "third-party"));
  return Object.entries(invoice.totals).flatMap(([currency, total]) => {
    const part = (name: string, amount: typeof total | undefined): readonly (readonly string[])[] =>
      amount === undefined ? [] : [[`  ${name}`, "", "", range(amount, unbounded)]];
    const split = others.has(currency)
      ? [...part(say("twilio"), twilio.get(currency)), ...part(say("otherCompanies"), others.get(currency))]
      : [];
    return [...split, [say("total", { currency }), "", "", range(total, unbounded)]];
  });
}
