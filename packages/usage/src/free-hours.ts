import {
  type CalendarDate,
  calendar,
  decimal,
  divide,
  type Exact,
  firstDay,
  type Instant,
  type Interval,
  instant,
  intersect,
  isPositive,
  type Month,
  monthOfDate,
  multiply,
  nextMonth,
  secondsOf,
} from "@flexbill/kernel";
import type { PlanEntry } from "@flexbill/terms";
import { type Spans, unitedSpans } from "./spans.ts";
import { addTo, type Counted, createSum, type Sum, totalOf } from "./sum.ts";

const sinceEver = instant("0001-01-02T00:00:00Z");

/**
 * From when on earlier hours matter: from the first month that the plan entry billed, where it has free hours; else
 * undefined, and nothing earlier is kept. An entry that began inside a month billed from the next one on.
 */
export function freeHoursSince(plan: PlanEntry | undefined, timeZone: string): Instant | undefined {
  if (plan?.model !== "active-user-hour" || plan.freeHours === undefined) return undefined;
  if (!isPositive(plan.freeHours)) return undefined;
  return plan.from === undefined ? sinceEver : calendar(timeZone).period(firstBilled(plan.from)).start;
}

function firstBilled(from: CalendarDate): Month {
  const begun = monthOfDate(from);
  return from === firstDay(begun) ? begun : nextMonth(begun);
}

const thousand = decimal(1000);
const millisecondsAnHour = decimal(3_600_000);

/** The hours of each month, all users together, each user's union counted once. */
export function hoursByMonth(users: ReadonlyMap<string, Spans>, timeZone: string): ReadonlyMap<Month, Exact> {
  const sums = new Map<Month, Sum>();
  for (const spans of users.values()) {
    for (const span of unitedSpans(spans)) addByMonth(sums, span, timeZone);
  }
  const months = Array.from(sums).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(months.map(([month, sum]) => [month, divide(totalOf(sum), millisecondsAnHour)]));
}

function addByMonth(sums: Map<Month, Sum>, span: Interval, timeZone: string): void {
  const zone = calendar(timeZone);
  for (let month = zone.monthOf(span.start); ; month = nextMonth(month)) {
    const inside = intersect(span, zone.period(month));
    if (inside === undefined) return;
    const sum = sums.get(month) ?? createSum();
    sums.set(month, sum);
    addTo(sum, millisecondsIn(inside));
  }
}

function millisecondsIn({ start, end }: Interval): Counted {
  if (typeof start === "number" && typeof end === "number") return end - start;
  return multiply(secondsOf({ start, end }), thousand);
}
