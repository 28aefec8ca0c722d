export { allocate } from "./allocation.ts";
export { absolute, add, divide, multiply, negate, subtract, sum, toInteger } from "./arithmetic.ts";
export { assert, unreachable } from "./assert.ts";
export { type Calendar, calendar } from "./calendar.ts";
export { canonicalJson } from "./canonical-json.ts";
export { type Column, columnAt, fromColumn, multiplyColumns, roundColumn, sumColumn, toColumn } from "./column.ts";
export { compareText } from "./compare-text.ts";
export { formatAmount, isCurrency, minorUnits, roundToMinor } from "./currency.ts";
export { type CalendarDate, date, firstDay, lastDay, monthOfDate, parseDate } from "./date.ts";
export { type Decimal, decimal, formatDecimal, one, parseDecimal, zero } from "./decimal.ts";
export { describeIssue, type Language } from "./describe-issue.ts";
export { type Exact, type Fraction, formatExact, fraction, isDecimal, parseExact } from "./exact.ts";
export {
  addSeconds,
  compareInstants,
  earlier,
  epochMilliseconds,
  fromEpochMilliseconds,
  type Instant,
  isBefore,
  later,
  secondsBetween,
} from "./instant.ts";
export { formatInstant, instant, parseInstant } from "./instant-text.ts";
export { contains, type Interval, intersect, isEmpty, secondsOf, unite, unitedSeconds } from "./interval.ts";
export { type Issue, type IssueFields, issue, type Place } from "./issue.ts";
export { type IssueCode, issueCodes, type Severity } from "./issue-codes.ts";
export {
  addMoney,
  compareMoney,
  formatMoney,
  type Money,
  money,
  negateMoney,
  roundMoney,
  subtractMoney,
} from "./money.ts";
export { compareMonths, daysIn, type Month, month, nextMonth, parseMonth, previousMonth } from "./month.ts";
export { compare, equals, max, min } from "./order.ts";
export { fail, isOk, ok, type Result } from "./result.ts";
export { ceiling, divideRounded, floor, formatQuantity, type RoundingMode, round } from "./rounding.ts";
export { isNegative, isPositive, isZero, sign } from "./sign.ts";
export type { Wish } from "./wishes.en.ts";
export { isTimeZone } from "./zone.ts";
