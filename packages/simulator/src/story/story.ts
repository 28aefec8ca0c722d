import type { Place } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { OpenValues } from "./open-values.ts";
import type { StoryExpectation } from "./story-schema.ts";

/** What a rater is asked at a moment of a story: formats.md section 8. */
export interface StoryRequest {
  readonly contract: Readonly<Record<string, unknown>>;
  readonly events: readonly FlexEvent[];
  readonly priceBook?: string | readonly unknown[];
  readonly month: string;
  readonly asOf?: string;
}

/** A moment at which a bill is looked at, or an invoice arrives. */
export interface Moment {
  /** The step's number, from 1. */
  readonly step: number;
  readonly at?: Place;
  readonly request: StoryRequest;
  /** What is expected of the bill; without it, the invoice of the month arrives. */
  readonly expect?: StoryExpectation;
  /** The lines of the invoice that are other than as rated: amounts by id. */
  readonly invoiced?: Readonly<Record<string, string>>;
}

/** A story, read and played. */
export interface Story {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly moments: readonly Moment[];
  /** What the story leaves open: its moments are those of the least values, or of those that were chosen. */
  readonly open: OpenValues;
  /** The story as it was written, with what was chosen in it. */
  readonly written: Readonly<Record<string, unknown>>;
}
