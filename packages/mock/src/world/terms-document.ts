import { type Decimal, formatDecimal, formatInstant, type Instant } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";

/** A JSON document. */
export type Document = Readonly<Record<string, unknown>>;

/**
 * A contract as a document that reads back as the same contract (formats.md section 1).
 *
 * @example
 * ```ts
 * parseContract(contractDocument(contract)); // the same contract
 * ```
 */
export function contractDocument({ opened, logoutActivity, facts, assumptions, set, ...rest }: Contract): Document {
  const { parentOpened, servicesLastUsed, ...others } = facts;
  return {
    ...(plain(rest) as Document),
    ...instants({ opened }),
    logoutActivity: logoutActivity.map(({ from, ...entry }) => ({ ...entry, ...instants({ from }) })),
    facts: { ...others, ...instants({ parentOpened, servicesLastUsed }) },
    assumptions: Object.fromEntries(set.map((key) => [key, assumptions[key]])),
  };
}

/** A price book as a document that reads back as the same book (`flexbill.prices/1`). */
export function priceBookDocument(book: PriceBook): Document {
  return { schema: "flexbill.prices/1", ...(plain(book) as Document) };
}

function instants(given: Readonly<Record<string, Instant | undefined>>): Document {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, at]) => (at === undefined ? [] : [[name, formatInstant(at)]])),
  );
}

/** Decimals as texts; everything else stays as it is. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("coefficient" in value && "scale" in value) return formatDecimal(value as Decimal);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}
