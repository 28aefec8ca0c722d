import { type CalendarDate, calendar, date, type Instant, parseInstant } from "@flexbill/kernel";
import { type Answer, answer } from "./answer.ts";
import type { Agreement, Contract } from "./contract.ts";

/** The day of the notice, and the day from which its terms bind. */
export const noticeDay: CalendarDate = date("2025-02-25");
export const effectiveDay: CalendarDate = date("2025-04-01");

/** Whether the notice concerns an account, as each language says it, and as the contract chooses to read it. */
export interface NoticeAnswer {
  /** Before 2025-02-25. */
  readonly english: Answer;
  /** On that day too. */
  readonly japanese: Answer;
  readonly chosen: Answer;
}

/**
 * Whether the notice of 2025-02-25 concerns the account (T-01): it existed before that day, or its holder had accepted
 * an earlier version. A subaccount follows its parent (`facts.parentOpened`). The notice names no zone; days are UTC.
 * `terms.cutoffInclusive` chooses between the readings.
 *
 * @example
 * ```ts
 * noticeApplies(contract).chosen.verdict; // "yes" for an account of 2023
 * ```
 */
export function noticeApplies(contract: Contract): NoticeAnswer {
  const opened = contract.facts.parentOpened ?? contract.opened;
  const english = reading(contract, opened, false);
  const japanese = reading(contract, opened, true);
  return { english, japanese, chosen: contract.assumptions["terms.cutoffInclusive"] ? japanese : english };
}

function reading(contract: Contract, opened: Instant | undefined, inclusive: boolean): Answer {
  if (contract.agreements.some(isEarlierVersion)) return answer("T-01", "yes", "accepted-earlier-version");
  if (opened === undefined) return answer("T-01", "unknown", "opened-unknown");
  const day = calendar("UTC").dateOf(opened);
  if (day === noticeDay) return answer("T-01", inclusive ? "yes" : "no", "opened-on-notice-day", day);
  return day < noticeDay
    ? answer("T-01", "yes", "opened-before-notice", day)
    : answer("T-01", "no", "opened-after-notice", day);
}

/** A version that is a date is earlier by it; any other one by the day of its acceptance. */
function isEarlierVersion({ version, acceptedAt }: Agreement): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(version) ? version : dayOf(acceptedAt);
  return day !== undefined && day < effectiveDay;
}

/** The UTC day of an instant or a date written as text. */
export function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const at = parseInstant(text);
  return at.ok ? calendar("UTC").dateOf(at.value) : text;
}
