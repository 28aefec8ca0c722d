import { createAnswerer } from "@flexbill/charges";
import type { Answer, RatingRequest, Reference } from "@flexbill/invariants";
import { plainRate } from "@flexbill/invariants/plain-rater";

/** What a rater is compared with: flexbill's own, and flexbill's own with the second rater that ships. */
export function referenceFor(adapter: string | undefined): Reference {
  if (adapter === undefined) return (request: RatingRequest): Answer => plainRate(request, new Map());
  return createAnswerer();
}
