import type { CalendarDate } from "@flexbill/kernel";
import type { MessageProvider } from "@flexbill/usage";
import { dayLength, dayNumber } from "../clock/local-time.ts";
import type { RateCard } from "../profile/profile.ts";

/** What a provider charges for one category, the latest price first. */
export type DatedFees = readonly { readonly from: number; readonly provider: MessageProvider }[];

/** The fees of a provider for a category in a country. */
export type FeeTable = (provider: string, category: string, country: string) => DatedFees;

/**
 * The fees of rate cards. A card's entry for a country goes before one for any country; a category that no card of the
 * provider names has an unknown fee, never none.
 */
export function feeTable(cards: readonly RateCard[]): FeeTable {
  return (name, category, country) => {
    const entries = cards
      .filter(({ provider }) => provider === name)
      .flatMap((card) => card.entries)
      .filter((entry) => entry.category === category);
    const own = entries.filter((entry) => entry.country === country);
    const dated = (own.length > 0 ? own : entries.filter((entry) => entry.country === undefined)).map(
      ({ amount, currency, from }) => ({
        from: from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from as CalendarDate) * dayLength,
        provider: { name, category, fee: { amount, currency } },
      }),
    );
    const unknown = { from: Number.NEGATIVE_INFINITY, provider: { name, category, fee: null } };
    return [...dated.sort((a, b) => b.from - a.from), unknown];
  };
}

/** The fee in force at an instant. */
export function feeAt(fees: DatedFees, at: number): MessageProvider {
  for (const { from, provider } of fees) if (from <= at) return provider;
  throw new RangeError("The last fee of a list has no beginning");
}
