import { csvInvoices } from "./csv.ts";
import { htmlInvoices } from "./html.ts";
import type { InvoiceFormat } from "./invoice-format.ts";
import { jsonInvoices } from "./json.ts";
import { markdownInvoices } from "./markdown.ts";

/** Every way to write invoices, by its name. */
export const invoiceFormats: Readonly<Record<"csv" | "markdown" | "json" | "html", InvoiceFormat>> = {
  csv: csvInvoices,
  markdown: markdownInvoices,
  json: jsonInvoices,
  html: htmlInvoices,
};
