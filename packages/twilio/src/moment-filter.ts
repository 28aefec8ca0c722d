import { addSeconds, calendar, type Instant, isBefore, one, parseDate, parseInstant } from "@flexbill/kernel";
import { addDays } from "./date-filter.ts";

/** Tells whether an instant passes a filter such as `StartTime>`. */
export type MomentTest = (at: Instant) => boolean;

const gmt = calendar("UTC");

/**
 * Reads the three forms of a time filter from a query: `NAME` = in that GMT day or second, `NAME<` = before it,
 * `NAME>` = at or after it. Undefined where a value is no time.
 *
 * @example
 * ```ts
 * const inJune = readMomentFilter(new URLSearchParams("StartTime>=2019-06-01&StartTime<=2019-07-01"), "StartTime");
 * ```
 */
export function readMomentFilter(query: URLSearchParams, name: string): MomentTest | undefined {
  const tests = [
    ...query.getAll(name).map((text) => within(text)),
    ...query.getAll(`${name}<`).map((text) => before(text)),
    ...query.getAll(`${name}>`).map((text) => atOrAfter(text)),
  ];
  if (tests.some((test) => test === undefined)) return undefined;
  return (at) => tests.every((test) => test?.(at) === true);
}

function within(text: string): MomentTest | undefined {
  const begin = momentOf(text);
  if (begin === undefined) return undefined;
  const end = endOf(text, begin);
  return (at) => !isBefore(at, begin) && isBefore(at, end);
}

function before(text: string): MomentTest | undefined {
  const end = momentOf(text);
  return end === undefined ? undefined : (at) => isBefore(at, end);
}

function atOrAfter(text: string): MomentTest | undefined {
  const begin = momentOf(text);
  return begin === undefined ? undefined : (at) => !isBefore(at, begin);
}

/** Dates, ISO times with `T` or a space, mail times, and the month-first form that Twilio also takes. All GMT without an offset. */
function momentOf(text: string): Instant | undefined {
  const trimmed = text.trim();
  const day = parseDate(trimmed);
  if (day.ok) return gmt.startOf(day.value);
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/.exec(trimmed);
  if (iso !== null) return instantOf(`${iso[1]}T${iso[2]}${offsetOf(iso[3])}`);
  const mail = /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4}|GMT|UTC)$/.exec(
    trimmed,
  );
  if (mail !== null) return mailMoment(mail);
  const american = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)(?: ([A-Z]{3,4}))?$/.exec(trimmed);
  if (american === null) return undefined;
  const offset = zoneOffsets[american[5] ?? "GMT"];
  return offset === undefined
    ? undefined
    : instantOf(`${american[3]}-${american[1]}-${american[2]}T${american[4]}${offset}`);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The form of mail headers, in which this API also answers. */
function mailMoment([, day = "", name = "", year, time, zone = ""]: RegExpExecArray): Instant | undefined {
  const month = String(months.indexOf(name) + 1).padStart(2, "0");
  const offset = zoneOffsets[zone] ?? offsetOf(zone === "-0000" ? "Z" : zone);
  return instantOf(`${year}-${month}-${day.padStart(2, "0")}T${time}${offset}`);
}

const zoneOffsets: Readonly<Record<string, string>> = {
  GMT: "Z",
  UTC: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

function offsetOf(text: string | undefined): string {
  if (text === undefined || text === "Z") return "Z";
  return text.includes(":") ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

function instantOf(text: string): Instant | undefined {
  const parsed = parseInstant(text);
  return parsed.ok ? parsed.value : undefined;
}

function endOf(text: string, begin: Instant): Instant {
  const day = parseDate(text.trim());
  return day.ok ? gmt.startOf(addDays(day.value, 1)) : addSeconds(begin, one);
}
