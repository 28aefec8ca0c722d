import type { Invoice } from "@flexbill/charges";

/** Whether an invoice carries an issue that taints it. */
export const hasErrors = (invoices: readonly Invoice[]): boolean =>
  invoices.some(({ issues }) => issues.some(({ severity }) => severity === "error"));
