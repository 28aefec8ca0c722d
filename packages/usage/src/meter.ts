import type { Counted } from "./sum.ts";

/**
 * A meter that looks at one event at a time: what it measures, and by which members of the event's `data` its rows
 * are told apart. Meters that need more than one event have a file of their own shape.
 */
export interface Meter<Data> {
  readonly product: string;
  readonly unit: string;
  /** Members of `data`, in alphabetical order. */
  readonly dimensions: readonly (keyof Data & string)[];
  /** How many units; 0 where the event is none of this meter's. */
  readonly measure: (data: Data) => Counted;
}
