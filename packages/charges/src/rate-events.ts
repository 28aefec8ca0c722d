import type { Month, Result } from "@flexbill/kernel";
import { type FlexEvent, meter } from "@flexbill/usage";
import type { Invoice } from "./invoice.ts";
import { type RateOptions, rate } from "./rate.ts";

/**
 * Meters the events of one month and rates them. The order of events, and how often each is told, change nothing.
 *
 * @example
 * ```ts
 * const result = rateEvents(events, { contract, priceBook, month: month("2025-05") });
 * ```
 */
export function rateEvents(
  events: Iterable<FlexEvent>,
  options: RateOptions & { readonly month: Month },
): Result<Invoice> {
  return rate(meter(events, options), options);
}
