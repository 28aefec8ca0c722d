import { calendar, epochMilliseconds, type Instant, type Interval, type Month } from "@flexbill/kernel";

/** The month that is metered, as every meter sees it. */
export interface Frame {
  readonly month: Month;
  readonly timeZone: string;
  readonly period: Interval;
  /** Where presence that has not ended is cut: the as-of instant, never beyond the period's end. */
  readonly openEnd: Instant;
  /** The period in whole epoch milliseconds, which its edges are. */
  readonly startMs: number;
  readonly endMs: number;
}

/** The frame of a month in a zone. */
export function createFrame(month: Month, timeZone: string, asOf: Instant | undefined): Frame {
  const period = calendar(timeZone).period(month);
  const startMs = epochMilliseconds(period.start);
  const endMs = epochMilliseconds(period.end);
  const openEnd = asOf === undefined || epochMilliseconds(asOf) >= endMs ? period.end : asOf;
  return { month, timeZone, period, openEnd, startMs, endMs };
}

/** True where an instant, in whole milliseconds rounded down, is in the month. */
export function isInMonth(frame: Frame, milliseconds: number): boolean {
  return milliseconds >= frame.startMs && milliseconds < frame.endMs;
}
