import type { Issue } from "@flexbill/kernel";
import type { Invoice, InvoiceIssue } from "./invoice.ts";
import { uniqueIssues, withMessage } from "./invoice-issues.ts";
import { rateEvents } from "./rate-events.ts";
import { readRequest } from "./rating-request.ts";

/** The answer to a request: the invoice, or why there is none. `id` is the request's, as it came. */
export type RatingAnswer =
  | ({ readonly id: unknown } & Invoice)
  | { readonly id: unknown; readonly issues: readonly InvoiceIssue[] };

/**
 * Answers one rating request (formats.md section 8): a line of JSON, or the value that it holds. A request that does not
 * parse gets all its problems, with paths into the request; nothing is thrown. An answer with `charges` is an invoice.
 *
 * @example
 * ```ts
 * answerRequest("{"); // → { id: null, issues: [{ code: "schema.syntax", … }] }
 * ```
 */
export function answerRequest(line: unknown): RatingAnswer {
  const { id, request } = readRequest(line);
  if (!request.ok) return { id, issues: told(request.issues) };
  const rated = rateEvents(request.value.events, request.value);
  if (!rated.ok) return { id, issues: told(rated.issues) };
  return { id, ...withIssues(rated.value, request.issues) };
}

/** An invoice that also carries what reading its documents had to say. */
export function withIssues(invoice: Invoice, issues: readonly Issue[]): Invoice {
  return issues.length === 0 ? invoice : { ...invoice, issues: told([...invoice.issues, ...issues]) };
}

const told = (issues: readonly Issue[]): readonly InvoiceIssue[] => uniqueIssues(issues).map(withMessage);
