import { sidOf } from "./sids.ts";

/** Who took part in a call or a message, as a client said it when it made one. */
export interface Parties {
  readonly from: string;
  readonly to: string;
}

/** The number that an account of a world uses where nobody said another one. */
export const ownNumber = "+15550100000";

/** A number of nobody, always the same one for the same name: 555-01xx numbers are kept for fiction. */
export function fictionalNumber(name: string): string {
  const digits = Number.parseInt(sidOf("PN", name).slice(2, 10), 16) % 10_000;
  return `+1555010${String(digits).padStart(4, "0")}`;
}

const countries = [
  ["+1", "US"],
  ["+33", "FR"],
  ["+44", "GB"],
  ["+49", "DE"],
  ["+81", "JP"],
] as const;

/** The country that a number is priced in, of those that the shipped price books know; null for any other. */
export function countryOf(number: string): string | null {
  const plain = number.slice(number.indexOf("+"));
  return countries.find(([prefix]) => plain.startsWith(prefix))?.[1] ?? null;
}
