import type { Invoice } from "@flexbill/charges";
import { plainMarkdown } from "../plain-markdown.ts";
import { type Speech, speechOf } from "../speech.ts";
import type { InvoiceFormat } from "./invoice-format.ts";
import { type InvoicePage, invoicePage, type PageLine, type PageSection } from "./page.ts";

/** A page of Markdown an invoice: a table a section, clauses as footnotes. */
export const markdownInvoices: InvoiceFormat = {
  name: "markdown",
  extension: ".md",
  render: (invoices, { language = "en" }) => {
    const speech = speechOf(language);
    const several = invoices.length > 1;
    return invoices.map((invoice, at) => (at === 0 ? "" : "\n---\n\n") + page(invoice, speech, several));
  },
};

function page(invoice: Invoice, speech: Speech, several: boolean): string {
  const laid = invoicePage(invoice, speech);
  const prefix = several ? `${invoice.month}-` : "";
  const parts = [
    `# ${plainMarkdown(laid.title)}`,
    laid.facts.map(([name, value]) => `- ${plainMarkdown(name)}: ${plainMarkdown(value)}`).join("\n"),
    ...laid.sections.map((section) => sectionText(section, speech, prefix)),
    ...totals(laid, speech),
    ...list(
      speech.say("assumptions"),
      laid.assumptions.map(([assumption, reason]) => `\`${assumption}\`: ${plainMarkdown(reason)}`),
    ),
    ...list(
      speech.say("issues"),
      laid.issues.map(({ text }) => plainMarkdown(text)),
    ),
    laid.footnotes
      .map(({ number, clause, text }) => `[^${prefix}${number}]: ${clause} ${plainMarkdown(text)}`)
      .join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function sectionText({ title, remark, groups }: PageSection, { say }: Speech, prefix: string): string {
  const titles = [say("line"), say("quantity"), say("price"), say("amount")];
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = groups.flatMap((group) => [
    ...(group.title === "" ? [] : [row([`**${plainMarkdown(group.title)}**`, "", "", ""])]),
    ...group.lines.map((line) => row(cells(line, prefix))),
  ]);
  const table = [row(titles), row(["---", "---:", "---:", "---:"]), ...lines].join("\n");
  return [`## ${plainMarkdown(title)}`, plainMarkdown(remark), table].filter((part) => part !== "").join("\n\n");
}

function cells({ name, quantity, price, amount, notes, remarks }: PageLine, prefix: string): readonly string[] {
  const marks = notes.map((note) => `[^${prefix}${note}]`).join("");
  const said = remarks.map((remark) => ` (${plainMarkdown(remark)})`).join("");
  return [`${plainMarkdown(name)}${marks}${said}`, plainMarkdown(quantity), price, plainMarkdown(amount)];
}

function totals({ totals: sums, hasRanges }: InvoicePage, { say }: Speech): readonly string[] {
  const lines = sums.map(({ currency, amount }) => `**${say("total", { currency })}: ${plainMarkdown(amount)}**`);
  return [...lines, ...(hasRanges ? [plainMarkdown(say("rangeNote"))] : [])];
}

const list = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${plainMarkdown(title)}`, items.map((item) => `- ${item}`).join("\n")];
