import { currencyText, inTextOrder, type Located, nonEmptyText, parseWith } from "@flexbill/documents";
import { fail, ok, type Result } from "@flexbill/kernel";
import { z } from "zod";
import { entryIssues } from "./entry-issues.ts";
import { type PriceEntry, priceEntrySchema } from "./price-entry.ts";

/** A text that prices were read from, and the date on it where there is one. */
export interface PriceSource {
  readonly what: string;
  readonly date: string | null;
}

/** A list of prices with its sources. A published book never changes: a correction is a new id. */
export interface PriceBook {
  readonly id: string;
  readonly title?: string;
  readonly currency?: string;
  readonly taxes?: string;
  readonly grades?: Readonly<Record<string, string>>;
  readonly sources?: Readonly<Record<string, PriceSource>>;
  readonly entries: readonly PriceEntry[];
}

/** A price book as a document (`flexbill.prices/1`). */
export const priceBookSchema: z.ZodType<PriceBook> = z.object({
  schema: z.literal("flexbill.prices/1").exactOptional(),
  id: nonEmptyText,
  title: z.string().exactOptional(),
  currency: currencyText.exactOptional(),
  taxes: z.string().exactOptional(),
  grades: z.record(z.string(), z.string()).exactOptional(),
  sources: z.record(z.string(), z.object({ what: z.string(), date: z.string().nullable() })).exactOptional(),
  entries: z.array(priceEntrySchema),
});

/** The id of a book that is written as a bare list of entries. */
const inlineId = "inline";

/**
 * Reads a price book, or a bare list of entries, with all its problems at once (`schema.*`).
 *
 * @example
 * ```ts
 * parsePriceBook(located([{ product: "studio", unit: "engagement", price: "0.02" }])).ok; // true
 * ```
 */
export function parsePriceBook(source: Located): Result<PriceBook> {
  const bare = Array.isArray(source.value);
  const parsed: Result<PriceBook> = bare ? bareBook(source) : parseWith(priceBookSchema, source);
  const contradictions = entryIssues(source, bare ? [] : ["entries"]);
  if (parsed.ok && contradictions.length === 0) return ok(parsed.value, parsed.issues);
  return fail(inTextOrder([...parsed.issues, ...contradictions]));
}

const bareSchema = z.array(priceEntrySchema);

function bareBook(source: Located): Result<PriceBook> {
  const parsed = parseWith(bareSchema, source);
  return parsed.ok ? ok({ id: inlineId, entries: parsed.value }, parsed.issues) : parsed;
}
