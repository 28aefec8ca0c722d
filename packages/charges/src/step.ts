import type { RoundingMode } from "@flexbill/kernel";
import type { LabelKey } from "./labels.en.ts";

/** What a step can do with the steps it names in `of`. */
export const operations = ["input", "add", "subtract", "multiply", "divide", "min", "max", "negate", "round"] as const;

/** What a step does; an `input` stands by itself. */
export type Operation = (typeof operations)[number];

/**
 * One step of a charge's arithmetic. Values are exact: a decimal, or a fraction such as `1/3`. The steps called `low`
 * and `high` are the printed amount; a charge without an upper bound has no step `high`. Every step but an input can be
 * computed again from the steps before it.
 */
export interface Step {
  readonly name: string;
  readonly key: LabelKey;
  readonly label: string;
  readonly labelJa: string;
  readonly op: Operation;
  readonly of?: readonly string[];
  readonly value: string;
  readonly places?: number;
  readonly mode?: RoundingMode;
  /** The charge, or the entry of a price list, that an input was taken from. */
  readonly source?: string;
}
