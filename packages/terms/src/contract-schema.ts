import {
  currencyText,
  dateText,
  decimalText,
  instantText,
  jsonSchemaOf,
  monthText,
  nonEmptyText,
  nonNegativeDecimalText,
  timeZoneText,
  wish,
} from "@flexbill/documents";
import { decimal, parseDate, parseInstant, zero } from "@flexbill/kernel";
import { priceEntrySchema } from "@flexbill/products";
import { z } from "zod";
import { assumptionKeys, assumptionsSchema, defaultAssumptions } from "./assumptions.ts";
import type { Contract } from "./contract.ts";
import { factsSchema } from "./facts.ts";

const agreement = z.object({
  document: nonEmptyText,
  version: nonEmptyText,
  acceptedAt: z
    .string({ error: wish("schema.instant", "instant") })
    .refine((text) => parseInstant(text).ok || parseDate(text).ok, { error: wish("schema.instant", "instant") })
    .exactOptional(),
});

/** A number of people: a decimal text like every quantity, or a whole number. */
const headcount = z.union([
  nonNegativeDecimalText,
  z
    .int()
    .min(0)
    .transform((count) => decimal(count)),
]);

const plan = z.object({
  model: z.enum(["active-user-hour", "named-user", "user-plus-usage"]),
  from: dateText.exactOptional(),
  price: nonNegativeDecimalText.exactOptional(),
  freeHours: nonNegativeDecimalText.exactOptional(),
  committedUsers: headcount.exactOptional(),
});

const allowance = z.object({
  product: nonEmptyText,
  quantity: nonNegativeDecimalText,
  per: z.enum(["user-month", "active-hour", "project-month"]),
  provenance: z.enum(["contract", "support", "assumed"]).exactOptional(),
  from: dateText.exactOptional(),
});

const tax = z.object({
  name: nonEmptyText,
  percent: nonNegativeDecimalText,
  on: z.enum(["all", "twilio", "third-party"]).default("all"),
  from: dateText.exactOptional(),
});

const adjustment = z.object({
  corrects: nonEmptyText.nullable().default(null),
  amount: decimalText,
  currency: currencyText.exactOptional(),
  reason: z.string().exactOptional(),
  month: monthText,
});

const support = z.object({
  plan: nonEmptyText,
  percent: nonNegativeDecimalText,
  minimum: nonNegativeDecimalText.exactOptional(),
  from: dateText.exactOptional(),
});

const documentSchema = z.object({
  schema: z.literal("flexbill.contract/1", { error: wish("schema.version", "flexbill.contract/1") }).exactOptional(),
  account: nonEmptyText,
  currency: currencyText,
  timeZone: timeZoneText.exactOptional(),
  opened: instantText.exactOptional(),
  agreements: z.array(agreement).default([]),
  logoutActivity: z.array(z.object({ activity: nonEmptyText, from: instantText.exactOptional() })).default([]),
  plan: z.array(plan).default([]),
  allowances: z.array(allowance).default([]),
  prices: z
    .object({ book: nonEmptyText.exactOptional(), overrides: z.array(priceEntrySchema).default([]) })
    .default({ overrides: [] }),
  commitment: z.object({ monthlyMinimum: nonNegativeDecimalText }).nullable().exactOptional(),
  support: support.nullable().exactOptional(),
  tax: z.array(tax).default([]),
  adjustments: z.array(adjustment).default([]),
  facts: factsSchema.default({}),
  assumptions: assumptionsSchema.default({}),
});

/**
 * A contract as a document writes it (formats.md section 1). Read contracts with `parseContract`, which also finds
 * what contradicts itself across members.
 */
export const contractSchema: z.ZodType<Contract> = documentSchema.transform(toContract);

/**
 * The JSON Schema of `flexbill.contract/1`.
 *
 * @example
 * ```ts
 * contractJsonSchema().title; // "flexbill.contract/1"
 * ```
 */
export function contractJsonSchema(): Readonly<Record<string, unknown>> {
  return jsonSchemaOf(contractSchema, "flexbill.contract/1");
}

function toContract(document: z.output<typeof documentSchema>): Contract {
  const { schema: _, commitment, support, assumptions, timeZone = "UTC", ...rest } = document;
  return {
    ...rest,
    timeZone,
    ...(commitment != null && { commitment }),
    ...(support != null && { support: { ...support, minimum: support.minimum ?? zero } }),
    assumptions: { ...defaultAssumptions(timeZone), ...assumptions, "billing.timeZone": timeZone },
    set: assumptionKeys.filter((key) => Object.hasOwn(assumptions, key)),
  };
}
