import { type Located, located, parseWith } from "@flexbill/documents";
import type { Result } from "@flexbill/kernel";
import { z } from "zod";
import { type RateCard, rateCards } from "./profile.ts";

const document = z.object({ rateCards });

/**
 * Reads what providers charge, in the form that a profile has under `rateCards`: its value, or every problem at once
 * (`schema.*`).
 *
 * @example
 * ```ts
 * const entries = [{ category: "utility", country: "US", amount: "0.004", currency: "USD" }];
 * parseRateCards({ rateCards: [{ provider: "Meta", entries }] }).ok; // true
 * ```
 */
export function parseRateCards(source: Located | unknown): Result<readonly RateCard[]> {
  const parsed = parseWith(document, located(source));
  return parsed.ok ? { ...parsed, value: parsed.value.rateCards } : parsed;
}
