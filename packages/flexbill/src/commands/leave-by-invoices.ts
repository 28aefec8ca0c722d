import type { Invoice } from "@flexbill/charges";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { reportIssues } from "../output/report-issues.ts";

/** What is known of a result besides its invoices. */
export interface Result {
  /** Whether the result itself says what is wrong with an invoice; a table has no place for that. */
  readonly tellsIssues: boolean;
  /** Whether the answer is no for another reason. */
  readonly isNo?: boolean;
}

/** Leaves with 1 where an invoice carries an error, and never without saying which. */
export async function leaveByInvoices(
  context: Context,
  invoices: readonly Invoice[],
  { tellsIssues, isNo = false }: Result,
): Promise<void> {
  const errors = invoices.flatMap(({ issues }) => issues.filter(({ severity }) => severity === "error"));
  if (!tellsIssues) await reportIssues(errors, context.session);
  context.leave(isNo || errors.length > 0 ? exitCodes.no : exitCodes.done);
}
