import { renderInvoiceJson } from "../invoice-json.ts";
import type { InvoiceFormat } from "./invoice-format.ts";

/** The documents themselves: one alone, or a list of several. */
export const jsonInvoices: InvoiceFormat = {
  name: "json",
  extension: ".json",
  render: (invoices) => {
    const [only, second] = invoices;
    if (only !== undefined && second === undefined) return [renderInvoiceJson(only)];
    return [`[\n${invoices.map((invoice) => renderInvoiceJson(invoice).trimEnd()).join(",\n")}\n]\n`];
  },
};
