import type { RatingRequest } from "./request.ts";

/** A step of the arithmetic behind a line: `value` is what `op` makes of the steps that `of` names. */
export interface AnswerStep {
  readonly name: string;
  /** `input`, `add`, `subtract`, `multiply`, `divide`, `min`, `max`, `negate` or `round`. */
  readonly op: string;
  readonly of?: readonly string[];
  /** A decimal, or a fraction such as `1/3`. */
  readonly value: string;
  readonly places?: number;
  readonly mode?: string;
}

/** A line of an answer: what the laws read of a charge (formats.md section 8). */
export interface AnswerLine {
  readonly kind: string;
  readonly product: string;
  readonly rate: string;
  readonly currency: string;
  readonly quantity: string;
  readonly amount: { readonly low: string; readonly high: string | null };
  /** How the amount came about, by a rater that tells; its last steps are named `low` and `high`. */
  readonly derivation?: readonly AnswerStep[];
}

/** The invoice, or the issues that kept the request from having one. */
export interface Answer {
  readonly charges?: readonly AnswerLine[];
  readonly totals?: Readonly<Record<string, { readonly low: string; readonly high: string | null }>>;
  readonly issues: readonly { readonly code: string; readonly severity?: string }[];
}

/**
 * A rater under test: ours, a module, a command or an address. `rate` answers the rating request of formats.md
 * section 8. `models` names the charge kinds and products it knows; without it, it is taken to model everything.
 *
 * @example
 * ```ts
 * const subject: Subject = { name: "mine", rate: (request) => myRater(request) };
 * ```
 */
export interface Subject {
  readonly name: string;
  readonly rate: (request: RatingRequest) => Answer | Promise<Answer>;
  readonly models?: readonly string[];
}
