import { decimalText, located, monthText, nonEmptyText, parseWith, wish } from "@flexbill/documents";
import {
  compareText,
  type Exact,
  formatExact,
  formatQuantity,
  isDecimal,
  type Month,
  parseExact,
  type Result,
} from "@flexbill/kernel";
import { z } from "zod";
import { defaultUseCase } from "./events/shared-data.ts";
import type { UsageRow } from "./row.ts";

/** A usage row as JSON (formats.md section 3). */
export interface UsageRowDocument {
  readonly account: string;
  readonly month: Month;
  readonly product: string;
  readonly unit: string;
  /** Exact where it ends within six decimals, else rounded half-up to six. */
  readonly quantity: string;
  /** The exact quantity, where `quantity` is rounded. */
  readonly exact?: string;
  readonly user: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Left out where it is `contact-center`. */
  readonly useCase?: string;
  readonly amount?: string | null;
}

/**
 * The JSON form of a row, members in the order of formats.md, dimensions in alphabetical key order.
 *
 * @example
 * ```ts
 * JSON.stringify(usageRowDocument(row)); // one line of `flexbill meter --format ndjson`
 * ```
 */
export function usageRowDocument(row: UsageRow): UsageRowDocument {
  const { account, month, product, unit, user, amount } = row;
  const exact = endsInSix(row.quantity) ? {} : { exact: formatExact(row.quantity) };
  const quantity = formatQuantity(row.quantity);
  const useCase = row.useCase === defaultUseCase ? {} : { useCase: row.useCase };
  const fee = amount === undefined ? {} : { amount: amount === null ? null : formatExact(amount) };
  return {
    account,
    month,
    product,
    unit,
    quantity,
    ...exact,
    user,
    dimensions: sorted(row.dimensions),
    ...useCase,
    ...fee,
  };
}

function endsInSix(quantity: Exact): boolean {
  return isDecimal(quantity) && formatExact(quantity) === formatQuantity(quantity);
}

function sorted(dimensions: UsageRow["dimensions"]): UsageRow["dimensions"] {
  return Object.fromEntries(Object.entries(dimensions).sort(([a], [b]) => compareText(a, b)));
}

const exactText = z.string().transform((text, context): Exact => {
  const parsed = parseExact(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: wish("schema.decimal", "exact") });
  return z.NEVER;
});

const rowSchema = z.object({
  account: nonEmptyText,
  month: monthText,
  product: nonEmptyText,
  unit: nonEmptyText,
  quantity: decimalText,
  exact: exactText.optional(),
  user: nonEmptyText.nullable(),
  dimensions: z.record(z.string(), z.string()),
  useCase: nonEmptyText.optional(),
  amount: exactText.nullable().optional(),
});

/**
 * Reads the JSON form of a row; `exact` wins over `quantity`. Every problem at once, as `schema.*` issues.
 *
 * @example
 * ```ts
 * parseUsageRow(usageRowDocument(row)); // → the row again
 * ```
 */
export function parseUsageRow(value: unknown): Result<UsageRow> {
  const parsed = parseWith(rowSchema, located(value));
  if (!parsed.ok) return parsed;
  const { exact, quantity, useCase = defaultUseCase, amount, ...rest } = parsed.value;
  const row = { ...rest, quantity: exact ?? quantity, useCase, ...(amount === undefined ? {} : { amount }) };
  return { ...parsed, value: row };
}
