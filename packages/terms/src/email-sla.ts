import {
  assert,
  compare,
  type Decimal,
  daysIn,
  decimal,
  divide,
  type Exact,
  firstDay,
  lastDay,
  type Month,
  max,
  min,
  multiply,
  parseDecimal,
  subtract,
  zero,
} from "@flexbill/kernel";
import { type Answer, answer } from "./answer.ts";
import type { Facts } from "./facts.ts";

const minutesPerDay = decimal(1440);

/** How well the mail-send API was to be reached in a month, and what follows (T-56). */
export interface EmailSla {
  /** The part of the month's minutes in which the API was available, exact. */
  readonly availability: Exact;
  /** Whether the raised threshold of 99.99 % holds in the month. */
  readonly raised: Answer;
  /** The threshold as a fraction of one; `undefined` where the packages are not known. */
  readonly threshold?: Decimal;
  /** Minutes that may fail at that threshold. */
  readonly allowedMinutes?: Decimal;
  readonly met: Answer;
  /** What may be asked for where the threshold is missed; an older text, so grade C. */
  readonly credit?: { readonly percent: Decimal; readonly requestWithinDays: number; readonly grade: "C" };
}

/**
 * The availability of the SendGrid-branded mail-send API against its threshold (T-56, G-15): 99.99 % in every month in
 * which an email package runs for at least a day, else 99.95 %. Flex Email is not this API. Where the packages are not
 * given but both thresholds lead to one answer, that is the answer.
 *
 * @example
 * ```ts
 * emailSla({ emailPackages: [] }, month("2025-06"), decimal(10)).met.verdict; // "yes": 99.977 % of 30 days
 * ```
 */
export function emailSla(facts: Facts, month: Month, unavailableMinutes: Exact): EmailSla {
  const total = multiply(decimal(daysIn(month)), minutesPerDay);
  const down = min(max(unavailableMinutes, zero), total);
  const availability = divide(subtract(total, down), total);
  const raised = emailThresholdRaised(facts, month);
  const threshold = raised.verdict === "unknown" ? undefined : raised.verdict === "yes" ? high : standard;
  const met = thresholdMet(availability, threshold);
  return {
    availability,
    raised,
    ...(threshold !== undefined && {
      threshold,
      allowedMinutes: multiply(subtract(decimal(1), threshold), total),
    }),
    met,
    ...(met.verdict === "no" && { credit: { percent: tenPercent, requestWithinDays: 30, grade: "C" as const } }),
  };
}

const standard = literal("0.9995");
const high = literal("0.9999");
const tenPercent = literal("0.1");

function literal(text: string): Decimal {
  const read = parseDecimal(text);
  assert(read.ok, "A threshold is a decimal");
  return read.value;
}

/** Whether an email package runs for at least a day of a month, which raises the threshold (T-56). */
export function emailThresholdRaised({ emailPackages: packages }: Facts, month: Month): Answer {
  if (packages === undefined) return answer("T-56", "unknown", "email-package-unknown");
  const running = packages.some(
    ({ from, until }) => from <= lastDay(month) && (until === undefined || until > firstDay(month)),
  );
  return running ? answer("T-56", "yes", "email-package") : answer("T-56", "no", "email-package-none");
}

function thresholdMet(availability: Exact, threshold: Decimal | undefined): Answer {
  const reached = [threshold ?? standard, threshold ?? high].map((wanted) => compare(availability, wanted) >= 0);
  if (reached.every((one) => one)) return answer("T-56", "yes", "email-threshold-met");
  if (reached.every((one) => !one)) return answer("T-56", "no", "email-threshold-missed");
  return answer("T-56", "unknown", "email-availability-between");
}
