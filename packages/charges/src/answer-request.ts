import type { Issue } from "@flexbill/kernel";
import type { Invoice, InvoiceIssue } from "./invoice.ts";
import { uniqueIssues, withMessage } from "./invoice-issues.ts";
import { rateEvents } from "./rate-events.ts";
import { type OpenedRequest, readRequest, rememberingReader } from "./rating-request.ts";

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
  return answerTo(readRequest(line));
}

/**
 * Answers requests as {@link answerRequest} does, but reads a contract or a list of prices once where many requests hold
 * the same object. Whoever asks promises to leave these objects as they are.
 *
 * @example
 * ```ts
 * const answer = createAnswerer();
 * const january = answer({ contract, priceBook, events, month: "2026-01" });
 * const february = answer({ contract, priceBook, events, month: "2026-02" }); // contract and prices are not read again
 * ```
 */
export function createAnswerer(): (request: unknown) => RatingAnswer {
  const reader = rememberingReader();
  return (request) => answerTo(readRequest(request, reader));
}

function answerTo({ id, request }: OpenedRequest): RatingAnswer {
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
