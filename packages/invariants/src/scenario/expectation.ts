import type { RatingRequest } from "../request.ts";

/** A line as it is expected: its amount, or its quantity and the ends of its range. */
export type ExpectedLine =
  | string
  | {
      readonly quantity?: string | undefined;
      readonly amount?: string | undefined;
      readonly low?: string | undefined;
      readonly high?: string | null | undefined;
    };

/** Lines by id: kind, product and rate joined by `/`, then a blank and the currency where it is not the contract's. */
export type ExpectedLines = Readonly<Record<string, ExpectedLine>>;

/** What is expected of a bill. */
export interface Expectation {
  /** A name for this bill, so that a later one can be compared with it. */
  readonly name?: string | undefined;
  /** Exactly these lines. */
  readonly lines?: ExpectedLines | undefined;
  /** These lines among others. */
  readonly with?: ExpectedLines | undefined;
  /** No line whose id is this or begins with it. */
  readonly without?: readonly string[] | undefined;
  /** Lines, or `total`, whose whole range lies between these. */
  readonly within?: Readonly<Record<string, Bounds>> | undefined;
  readonly totals?:
    | Readonly<Record<string, string | { readonly low: string; readonly high: string | null }>>
    | undefined;
  /** Exactly these warnings and errors. */
  readonly issues?: readonly string[] | undefined;
  /** Laws that hold of the month. */
  readonly laws?: readonly string[] | undefined;
  /** An earlier bill that is other: in these lines, or in any. */
  readonly differs?: { readonly from: string; readonly in?: readonly string[] | undefined } | undefined;
  /** An earlier bill with the same lines. */
  readonly same?: string | undefined;
  /** What corrects the invoice that arrived for this month, exactly. */
  readonly adjustments?: Readonly<Record<string, string>> | undefined;
}

/** The ends between which a whole range lies. */
export interface Bounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A moment of a scenario: a bill is looked at, or (without `expect`) an invoice arrives. */
export interface ScenarioMoment {
  /** The step's number, from 1. */
  readonly step: number;
  readonly at?: { readonly file?: string; readonly line: number; readonly column: number };
  readonly request: RatingRequest;
  readonly expect?: Expectation;
  /** The lines of the invoice that are other than as rated: amounts by id. */
  readonly invoiced?: Readonly<Record<string, string>>;
}
