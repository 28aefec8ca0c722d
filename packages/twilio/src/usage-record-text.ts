import { compareInstants, formatDecimal, type Instant } from "@flexbill/kernel";
import { categoryById, totalPrice } from "./categories.ts";
import { subresourceUris, type UsageRecord, usageRecordDocument, usageRecordsPath } from "./usage-record.ts";
import { formatAsOf } from "./wire-dates.ts";

/** What stands between the values of a record's text; the same for every record of a category. */
interface Template {
  readonly head: string;
  readonly countUnit: string;
  /** The unit of usage; undefined where it is the currency. */
  readonly usageUnit: string | undefined;
  readonly uri: string;
  /** The subresources, cut where the account's SID stands. */
  readonly subresources: readonly string[];
}

const templates = new Map<string, Template>();
/** The subresources of the account that was written last, by category: a page is of one account. */
let lastAccount = "";
const subresourcesOfLast = new Map<string, string>();

/**
 * The JSON text of a Usage Record, the same that `JSON.stringify` makes of its document, put together from parts that
 * are made once a category: a page of records is mostly what every page says.
 *
 * @example
 * ```ts
 * JSON.parse(usageRecordText(record)).category; // "sms"
 * ```
 */
export function usageRecordText(record: UsageRecord): string {
  if (categoryById(record.category) === undefined) return JSON.stringify(usageRecordDocument(record));
  const { head, countUnit, usageUnit, uri } = templateOf(record.category);
  const account = inside(record.account);
  const currency = inside(record.currency.toLowerCase());
  const count = record.count === null ? "null" : `"${formatDecimal(record.count)}"`;
  return (
    `${head}"${account}","start_date":"${record.start}","end_date":"${record.end}","as_of":"${asOfText(record.asOf)}","count":${count},` +
    `"count_unit":${countUnit},"usage":"${formatDecimal(record.usage)}","usage_unit":${usageUnit ?? `"${currency}"`},` +
    `"price":"${formatDecimal(record.price)}","price_unit":"${currency}","api_version":"2010-04-01",` +
    `"uri":"${usageRecordsPath(account, record.list)}${uri}${record.start}&EndDate=${record.end}",` +
    `"subresource_uris":${subresourcesOf(account, record.category)}}`
  );
}

function subresourcesOf(account: string, category: string): string {
  if (account !== lastAccount) {
    subresourcesOfLast.clear();
    lastAccount = account;
  }
  const known = subresourcesOfLast.get(category) ?? templateOf(category).subresources.join(account);
  subresourcesOfLast.set(category, known);
  return known;
}

function templateOf(category: string): Template {
  const known = templates.get(category) ?? makeTemplate(category);
  templates.set(category, known);
  return known;
}

function makeTemplate(id: string): Template {
  const { description = id, countUnit = "", usageUnit = "" } = categoryById(id) ?? {};
  const addresses = Object.entries(subresourceUris("\u0000", id));
  return {
    head: `{"category":${JSON.stringify(id)},"description":${JSON.stringify(description)},"account_sid":`,
    countUnit: JSON.stringify(countUnit),
    usageUnit: id === totalPrice ? undefined : JSON.stringify(usageUnit),
    uri: `?Category=${inside(id)}&StartDate=`,
    subresources: JSON.stringify(Object.fromEntries(addresses)).split("\\u0000"),
  };
}

/** A text as it stands between the quotes of JSON; a page asks for the same account and currency row by row. */
function inside(text: string): string {
  const known = insides.get(text);
  if (known !== undefined) return known;
  if (insides.size >= mostInsides) insides.clear();
  const made = JSON.stringify(text).slice(1, -1);
  insides.set(text, made);
  return made;
}

const mostInsides = 1_000;
const insides = new Map<string, string>();

let lastAsOf: Instant | undefined;
let lastAsOfText = "";

/** As `formatAsOf`; the rows of a page share one instant. */
function asOfText(asOf: Instant): string {
  if (lastAsOf === undefined || compareInstants(lastAsOf, asOf) !== 0) {
    lastAsOfText = formatAsOf(asOf);
    lastAsOf = asOf;
  }
  return lastAsOfText;
}
