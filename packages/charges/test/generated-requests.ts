import { billingMonths } from "@flexbill/invariants";
import type fc from "fast-check";
import { answerRequest } from "../src/index.ts";
import type { Invoice } from "../src/invoice.ts";

/** A rating request as a document. */
export interface RequestDocument {
  readonly contract: Readonly<Record<string, unknown>>;
  readonly events: readonly EventDocument[];
  readonly [member: string]: unknown;
}

/** An event as a document. */
export interface EventDocument {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Rating requests, boundaries first, as plain JSON; switches of two values are booleans, as a contract writes them. */
export function requests(): fc.Arbitrary<RequestDocument> {
  return billingMonths().map((month) => JSON.parse(JSON.stringify(month), asBoolean) as RequestDocument);
}

function asBoolean(this: unknown, key: string, value: unknown): unknown {
  return key === "overage.freeUnits" && typeof value === "string" ? value === "true" : value;
}

/** Rates a request that is known to be good. */
export function invoiceOf(request: object): Invoice {
  const answer = answerRequest(request);
  if ("charges" in answer) return answer;
  throw new Error(JSON.stringify(answer.issues));
}

/** Events without those that conflict with an earlier one: only for these does their order decide nothing. */
export function withoutConflicts(request: RequestDocument): RequestDocument {
  const first = new Map<string, EventDocument>();
  for (const event of request.events) {
    const key = JSON.stringify([event.source, event.id]);
    if (!first.has(key)) first.set(key, event);
  }
  return { ...request, events: [...first.values()] };
}
