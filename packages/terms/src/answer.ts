import type { CalendarDate, Language } from "@flexbill/kernel";
import { type Reason, reasonsEn } from "./reasons.en.ts";
import { reasonsJa } from "./reasons.ja.ts";

/** An answer of the terms; `unknown` where a fact is missing, never a guess. */
export type Verdict = "yes" | "no" | "unknown";

/** What a clause says about an account, and why. */
export interface Answer {
  readonly clause: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** The day that the answer hangs on, where there is one. */
  readonly date?: CalendarDate;
}

/**
 * The sentence of a reason.
 *
 * @example
 * ```ts
 * describeReason("opened-before-notice", "en"); // "The account was opened before the notice"
 * ```
 */
export function describeReason(reason: Reason, language: Language): string {
  return language === "ja" ? reasonsJa[reason] : reasonsEn[reason];
}

/** An answer in one line. */
export function answer(clause: string, verdict: Verdict, reason: Reason, date?: CalendarDate): Answer {
  return date === undefined ? { clause, verdict, reason } : { clause, verdict, reason, date };
}

/** The answer to a yes-or-no fact that may not be known. */
export function answerOf(
  clause: string,
  fact: boolean | undefined,
  reasons: { readonly yes: Reason; readonly no: Reason; readonly unknown: Reason },
): Answer {
  const verdict: Verdict = fact === undefined ? "unknown" : fact ? "yes" : "no";
  return answer(clause, verdict, reasons[verdict]);
}
