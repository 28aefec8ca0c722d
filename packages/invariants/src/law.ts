import type { Arbitrary } from "fast-check";
import type { RatingRequest } from "./request.ts";
import type { Answer } from "./subject.ts";

/** One thing that does not hold: where, what the law expects and what came. */
export interface Finding {
  /** The line, total or issue it is about, such as `overage/taskrouter/USD`. */
  readonly line: string;
  readonly expected: string;
  readonly actual: string;
  /** Actual less expected, where both are amounts. */
  readonly difference?: string;
}

/** A class of cases that a law must meet often enough not to be vacuous. */
export interface CaseClass<Case> {
  of(given: Case): boolean;
  /** The least share of the runs, as a fraction of one with two decimals: `5` of 100. */
  readonly atLeastPercent: number;
}

/** The sentence of a law in both languages. */
export interface Sentence {
  readonly en: string;
  readonly ja: string;
}

/**
 * A law is a sentence, a generator and a predicate. Its case is plain JSON, so that a failure can be stored, replayed
 * and shown; `requests` says what a rater is asked and `holds` judges the answers, so that one law tests a function, a
 * command in another language and an address alike.
 */
export interface Law<Case = unknown> {
  readonly id: string;
  readonly suite: string;
  readonly sentence: Sentence;
  /** T-numbers; empty for a law of arithmetic that no clause states. */
  readonly clauses: readonly string[];
  /** True where the law speaks of quantities, tiers, seats and fees only, without a word of Flex. */
  readonly neutral: boolean;
  /** Cases without a word of Flex, for a neutral law whose own cases have some. */
  readonly plainly?: Arbitrary<Case>;
  /** Charge kinds and products a rater must model for the law to mean anything. */
  readonly needs: readonly string[];
  readonly given: Arbitrary<Case>;
  /** False for a case that the law does not speak of: it is counted as rejected. */
  fits?(given: Case): boolean;
  requests(given: Case): readonly RatingRequest[];
  holds(given: Case, answers: readonly Answer[]): readonly Finding[];
  /** True where the answers have nothing that the law is about; a law silent on every case is skipped, never passed. */
  silent?(answers: readonly Answer[]): boolean;
  readonly classes: Readonly<Record<string, CaseClass<Case>>>;
}

type Draft<Case> = Omit<Law<Case>, "neutral" | "needs" | "classes" | "clauses"> &
  Partial<Pick<Law<Case>, "neutral" | "needs" | "classes" | "clauses">>;

/**
 * States a law. Returns it with what was left out filled in: no clause, nothing needed, no class to count.
 *
 * @example
 * ```ts
 * export const totalsAreSums = law({
 *   id: "conservation.totals",
 *   suite: "conservation",
 *   sentence: { en: "The lines sum to the total of their currency", ja: "明細の合計は通貨ごとの総額に等しい" },
 *   given: billingMonths(),
 *   requests: (month) => [month],
 *   holds: (_month, [answer]) => differencesBetweenLinesAndTotals(answer),
 * });
 * ```
 */
export function law<Case>(draft: Draft<Case>): Law<Case> {
  return { clauses: [], neutral: false, needs: [], classes: {}, ...draft };
}
