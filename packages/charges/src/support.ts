import { type CalendarDate, type Decimal, daysIn, decimal, lastDay, one } from "@flexbill/kernel";
import { baseOf, eachEnd } from "./base.ts";
import { type Draft, twilio } from "./draft.ts";
import type { Line } from "./line.ts";
import type { Rating } from "./rated-month.ts";
import type { Sheet, Term } from "./sheet.ts";

type SupportPlan = NonNullable<Rating["contract"]["support"]>;

/** The support plan: a percentage of Twilio's own lines or its minimum, by days of the month (T-57, domain.md 6.8). */
export function supportDrafts(rating: Rating, above: readonly Line[]): readonly Draft[] {
  const { contract } = rating;
  const support = contract.support;
  if (support === undefined || isAfter(support.from, lastDay(rating.month))) return [];
  const counted = above.filter((line) => line.kind !== "third-party" && line.currency === contract.currency);
  return [
    {
      ...{ kind: "support", product: "support-plan", rate: support.plan, payee: twilio, currency: contract.currency },
      ...{ unit: "month", quantity: one, found: undefined, clauses: ["T-57"], parts: [], issues: [] },
      bounds: (sheet) => {
        const full = fullMonth(sheet, support);
        const share = shareOfMonth(sheet, rating, support.from);
        return eachEnd(baseOf(sheet, counted), (end) => share(full(end)));
      },
    },
  ];
}

function fullMonth(sheet: Sheet, support: SupportPlan): (base: Term) => Term {
  const percentage = sheet.input("percentage", support.percent);
  const minimum = sheet.input("minimum", support.minimum);
  return (base) =>
    sheet.pair("support-full", "max", sheet.pair("percent-of-base", "multiply", base, percentage), minimum);
}

/** Days from the plan's first day on, over the days of the month; a whole month needs no arithmetic. */
function shareOfMonth(sheet: Sheet, { day, month }: Rating, from: CalendarDate | undefined): (full: Term) => Term {
  if (!isAfter(from, day)) return (full) => full;
  const covered = sheet.input("days-covered", daysFrom(from, daysIn(month)));
  const share = sheet.pair("month-share", "divide", covered, sheet.input("days-in-month", decimal(daysIn(month))));
  return (full) => sheet.pair("amount", "multiply", full, share);
}

const daysFrom = (from: CalendarDate, days: number): Decimal => decimal(days + 1 - Number(from.slice(8)));

function isAfter(date: CalendarDate | undefined, other: CalendarDate): date is CalendarDate {
  return (date ?? "") > other;
}
