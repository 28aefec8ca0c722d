import { type Located, located, parseWith } from "@flexbill/documents";
import { type IssueCode, issueCodes, type Result } from "@flexbill/kernel";
import { z } from "zod";
import { chargeKinds, type Invoice } from "./invoice.ts";
import { type LabelKey, labelsEn } from "./labels.en.ts";
import { operations } from "./step.ts";

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const exact = z.string().regex(/^-?\d+(\.\d+|\/\d+)?$/);
const amount = z.object({ low: decimal, high: decimal.nullable() });
const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>) => Object.keys(record) as [K, ...K[]];

const step = z.object({
  name: z.string(),
  key: z.enum(keysOf<LabelKey>(labelsEn)),
  label: z.string(),
  labelJa: z.string(),
  op: z.enum(operations),
  of: z.array(z.string()).exactOptional(),
  source: z.string().exactOptional(),
  value: exact,
  places: z.int().exactOptional(),
  mode: z.enum(["half-up", "half-even"]).exactOptional(),
});

const userShare = z.object({
  user: z.string(),
  quantity: decimal,
  allowance: decimal.nullable(),
  overage: decimal.nullable(),
});

const priceSource = z.object({
  list: z.enum(["plan", "overrides", "book"]),
  rate: z.string(),
  currency: z.string(),
  unit: z.string(),
  price: decimal.nullable(),
  from: z.string().exactOptional(),
  grade: z.string().exactOptional(),
  source: z.string().exactOptional(),
  date: z.string().exactOptional(),
});

const charge = z.object({
  id: z.string(),
  kind: z.enum(chargeKinds),
  product: z.string(),
  rate: z.string(),
  payee: z.string(),
  quantity: decimal,
  unit: z.string(),
  unitPrice: decimal.nullable(),
  currency: z.string(),
  amount,
  clauses: z.array(z.string()),
  derivation: z.array(step),
  users: z.array(userShare),
  prices: z.array(priceSource),
  assumptions: z.array(z.string()),
  notes: z.array(z.object({ en: z.string(), ja: z.string() })).exactOptional(),
});

const place = z.object({ file: z.string().exactOptional(), line: z.int(), column: z.int() });

const issue = z.object({
  code: z.enum(keysOf<IssueCode>(issueCodes)),
  severity: z.enum(["error", "warning", "info"]),
  path: z.string(),
  at: place.exactOptional(),
  found: z.string().exactOptional(),
  wanted: z.string().exactOptional(),
  clause: z.string().exactOptional(),
  params: z.record(z.string(), z.string()).exactOptional(),
  message: z.string(),
});

/** The document `flexbill.invoice/1` (formats.md section 4). */
export const invoiceSchema: z.ZodType<Invoice> = z.object({
  schema: z.literal("flexbill.invoice/1"),
  account: z.string(),
  month: z.string(),
  timeZone: z.string(),
  period: z.object({ start: z.string(), end: z.string() }),
  terms: z.string(),
  plan: z.string().nullable(),
  asOf: z.string().exactOptional(),
  status: z.enum(["open", "settling"]).exactOptional(),
  charges: z.array(charge),
  totals: z.record(z.string(), amount),
  assumptions: z.array(
    z.object({ key: z.string(), value: z.union([z.string(), z.boolean()]), clause: z.string().exactOptional() }),
  ),
  issues: z.array(issue),
});

/**
 * Reads an invoice that was rated earlier, with all its problems at once (`schema.*`).
 *
 * @example
 * ```ts
 * parseInvoice({ schema: "flexbill.invoice/1" }).ok; // → false
 * ```
 */
export function parseInvoice(source: Located | unknown): Result<Invoice> {
  return parseWith(invoiceSchema, located(source));
}
