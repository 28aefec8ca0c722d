import { chargesTable } from "../tables/charges-table.ts";
import { csvTable } from "../tables/csv-table.ts";
import type { InvoiceFormat } from "./invoice-format.ts";

/** One row a charge, with every digit. */
export const csvInvoices: InvoiceFormat = {
  name: "csv",
  extension: ".csv",
  render: (invoices, { bom = false }) => csvTable(chargesTable(invoices), { bom }),
};
