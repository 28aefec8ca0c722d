import type { Invoice } from "@flexbill/charges";
import { type Speech, speechOf } from "../speech.ts";
import { htmlStyle } from "./html-style.ts";
import type { InvoiceFormat } from "./invoice-format.ts";
import {
  type InvoicePage,
  invoicePage,
  type PageGroup,
  type PageLine,
  type PageSection,
  type PageTotal,
} from "./page.ts";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text that HTML takes as it is, between tags and in quotes. */
export const plainHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Nothing may be fetched: not a font, not a picture, not a script. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * A page that prints: A4 or Letter, page numbers, other companies' fees apart, clauses as footnotes. It asks the network
 * for nothing. Each invoice begins a page of its own.
 */
export const htmlInvoices: InvoiceFormat = {
  name: "html",
  extension: ".html",
  render: function* (invoices, { language = "en", paper = "a4" }) {
    const speech = speechOf(language);
    const [first] = invoices;
    const title =
      first === undefined ? "flexbill" : `${first.account} ${invoices.map(({ month }) => month).join(", ")}`;
    yield `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`;
    yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
    yield `<title>${plainHtml(title)}</title>\n<style>\n${htmlStyle(paper, title)}</style>\n</head>\n<body>\n`;
    for (const invoice of invoices) yield article(invoice, speech);
    yield "</body>\n</html>\n";
  },
};

function article(invoice: Invoice, speech: Speech): string {
  const page = invoicePage(invoice, speech);
  const id = invoice.month;
  const facts = page.facts.map(([name, value]) => `<dt>${plainHtml(name)}</dt><dd>${plainHtml(value)}</dd>`).join("\n");
  return [
    `<article id="${plainHtml(id)}">`,
    `<header>\n<h1>${plainHtml(page.title)}</h1>\n<dl>\n${facts}\n</dl>\n</header>`,
    ...page.sections.map((section) => sectionHtml(section, speech, id)),
    totalsHtml(page, speech),
    assumptionsHtml(page, speech),
    issuesHtml(page, speech),
    footnotesHtml(page, speech, id),
    "</article>\n",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function sectionHtml({ part, title, remark, groups, totals }: PageSection, speech: Speech, id: string): string {
  const { say } = speech;
  const head = [say("line"), say("quantity"), say("price"), say("amount")];
  const columns = head.map((text, at) => `<th scope="col"${at > 0 ? ' class="figure"' : ""}>${plainHtml(text)}</th>`);
  const bodies = groups.map((group) => groupHtml(group, id));
  const note = remark === "" ? "" : `\n<p class="remark">${plainHtml(remark)}</p>`;
  return `<section class="${part}">\n<h2>${plainHtml(title)}</h2>${note}\n<table>\n<thead><tr>${columns.join("")}</tr></thead>\n${bodies.join("\n")}\n<tfoot>\n${sums(totals, say("subtotal"))}\n</tfoot>\n</table>\n</section>`;
}

function groupHtml({ title, lines }: PageGroup, id: string): string {
  const head = `<tr class="kind"><th scope="rowgroup" colspan="4">${plainHtml(title)}</th></tr>`;
  const rows = lines.map((line) => lineHtml(line, id));
  return ["<tbody>", ...(title === "" ? [] : [head]), ...rows, "</tbody>"].join("\n");
}

function lineHtml({ id, name, quantity, price, amount, notes, remarks }: PageLine, page: string): string {
  const marks = notes.map((note) => `<a href="#${plainHtml(page)}-note-${note}">${note}</a>`).join(" ");
  const sup = marks === "" ? "" : `<sup>${marks}</sup>`;
  const said = remarks.map((remark) => `<br><small>${plainHtml(remark)}</small>`).join("");
  const cells = [quantity, price, amount].map((cell) => `<td class="figure">${plainHtml(cell)}</td>`).join("");
  return `<tr><td>${plainHtml(name)}${sup}${said}<br><small class="id">${plainHtml(id)}</small></td>${cells}</tr>`;
}

function sums(totals: readonly PageTotal[], title: string): string {
  const rows = totals.map(
    ({ currency, amount }) =>
      `<tr><th scope="row" colspan="3">${plainHtml(`${title} ${currency}`)}</th><td class="figure">${plainHtml(amount)}</td></tr>`,
  );
  return rows.join("\n");
}

function totalsHtml({ totals, hasRanges }: InvoicePage, { say }: Speech): string {
  const rows = totals.map(
    ({ currency, amount }) =>
      `<tr><th scope="row">${plainHtml(say("total", { currency }))}</th><td class="figure">${plainHtml(amount)}</td></tr>`,
  );
  const note = hasRanges ? `\n<p class="remark">${plainHtml(say("rangeNote"))}</p>` : "";
  const table = rows.length === 0 ? `<p>${plainHtml(say("noLines"))}</p>` : `<table>\n${rows.join("\n")}\n</table>`;
  return `<section class="totals">\n${table}${note}\n</section>`;
}

function assumptionsHtml({ assumptions }: InvoicePage, { say }: Speech): string {
  if (assumptions.length === 0) return "";
  const items = assumptions.map(
    ([assumption, reason]) => `<dt><code>${plainHtml(assumption)}</code></dt><dd>${plainHtml(reason)}</dd>`,
  );
  return `<section class="assumptions">\n<h2>${plainHtml(say("assumptions"))}</h2>\n<dl>\n${items.join("\n")}\n</dl>\n</section>`;
}

function issuesHtml({ issues }: InvoicePage, { say }: Speech): string {
  if (issues.length === 0) return "";
  const words = { error: say("severityError"), warning: say("severityWarning"), info: say("severityInfo") };
  const items = issues.map(
    ({ severity, text }) =>
      `<li class="${severity}"><strong>${plainHtml(words[severity])}</strong> ${plainHtml(text)}</li>`,
  );
  return `<section class="issues">\n<h2>${plainHtml(say("issues"))}</h2>\n<ul>\n${items.join("\n")}\n</ul>\n</section>`;
}

function footnotesHtml({ footnotes }: InvoicePage, { say }: Speech, id: string): string {
  if (footnotes.length === 0) return "";
  const items = footnotes.map(
    ({ number, clause, text }) =>
      `<li id="${plainHtml(id)}-note-${number}" value="${number}"><strong>${plainHtml(clause)}</strong> ${plainHtml(text)}</li>`,
  );
  return `<section class="footnotes">\n<h2>${plainHtml(say("clauses"))}</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</section>`;
}
