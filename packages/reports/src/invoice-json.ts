import type { Invoice } from "@flexbill/charges";

/**
 * An invoice as its JSON document, its members in the documented order.
 *
 * @example
 * ```ts
 * renderInvoiceJson(invoice).startsWith('{\n  "schema": "flexbill.invoice/1"'); // → true
 * ```
 */
export const renderInvoiceJson = (invoice: Invoice): string => `${JSON.stringify(invoice, null, 2)}\n`;
