import { type CalendarDate, type Decimal, formatDecimal, type Instant } from "@flexbill/kernel";
import { z } from "zod";
import { categoryById, totalPrice } from "./categories.ts";
import { formatAsOf } from "./wire-dates.ts";

/** The Usage Records lists: the root and the eight named ranges. */
export const usageRecordLists = {
  AllTime: "all_time",
  Today: "today",
  Yesterday: "yesterday",
  ThisMonth: "this_month",
  LastMonth: "last_month",
  Daily: "daily",
  Monthly: "monthly",
  Yearly: "yearly",
} as const;

/** A named range of Usage Records, or the empty text for the root list. */
export type UsageRecordList = keyof typeof usageRecordLists | "";

/** What one Usage Record says. Price and usage are exact; `count` is null where a category counts nothing. */
export interface UsageRecord {
  readonly account: string;
  readonly category: string;
  readonly list: UsageRecordList;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly asOf: Instant;
  readonly count: Decimal | null;
  readonly usage: Decimal;
  readonly price: Decimal;
  /** ISO 4217, any case; written in lower case. */
  readonly currency: string;
}

/** A Usage Record on the wire, keys in the order of the newest capture. */
export const usageRecordSchema = z.strictObject({
  category: z.string(),
  description: z.string(),
  account_sid: z.string().regex(/^AC[0-9a-f]{32}$/i),
  start_date: z.iso.date(),
  end_date: z.iso.date(),
  as_of: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
  count: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .nullable(),
  count_unit: z.string(),
  usage: z.string().regex(/^-?\d+(\.\d+)?$/),
  usage_unit: z.string(),
  price: z.string().regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/),
  price_unit: z.string().regex(/^[a-z]{3}$/),
  api_version: z.literal("2010-04-01"),
  uri: z.string().startsWith("/2010-04-01/Accounts/"),
  subresource_uris: z.record(z.string(), z.string()),
});

/** A Usage Record as it stands on the wire. */
export type UsageRecordDocument = z.infer<typeof usageRecordSchema>;

/** The path of a Usage Records list of an account. */
export function usageRecordsPath(account: string, list: UsageRecordList): string {
  return `/2010-04-01/Accounts/${account}/Usage/Records${list === "" ? "" : `/${list}`}.json`;
}

/**
 * Writes a Usage Record: prices as strings without trailing zeros, positive = cost, the currency in lower case.
 *
 * @example
 * ```ts
 * usageRecordDocument(record).price; // "6.1375"
 * ```
 */
export function usageRecordDocument(record: UsageRecord): UsageRecordDocument {
  const currency = record.currency.toLowerCase();
  const category = categoryById(record.category);
  const isTotal = record.category === totalPrice;
  return {
    category: record.category,
    description: category?.description ?? record.category,
    account_sid: record.account,
    start_date: record.start,
    end_date: record.end,
    as_of: formatAsOf(record.asOf),
    count: record.count === null ? null : formatDecimal(record.count),
    count_unit: category?.countUnit ?? "",
    usage: formatDecimal(record.usage),
    usage_unit: isTotal ? currency : (category?.usageUnit ?? ""),
    price: formatDecimal(record.price),
    price_unit: currency,
    api_version: "2010-04-01",
    uri: `${usageRecordsPath(record.account, record.list)}?Category=${record.category}&StartDate=${record.start}&EndDate=${record.end}`,
    subresource_uris: subresourceUris(record.account, record.category),
  };
}

/** The addresses of a category's eight named lists, by the key that a record names them with. */
export function subresourceUris(account: string, category: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(usageRecordLists).map(([list, key]) => [
      key,
      `${usageRecordsPath(account, list as UsageRecordList)}?Category=${category}`,
    ]),
  );
}
