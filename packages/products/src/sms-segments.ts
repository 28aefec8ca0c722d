import { SegmentedMessage } from "sms-segments-calculator";

/** How an SMS is cut: what it is written in, and into how many billed parts. */
export interface SmsSegments {
  /** GSM-7 holds 160 units alone or 153 in each joined part, UCS-2 70 or 67. */
  readonly encoding: "GSM-7" | "UCS-2";
  readonly segments: number;
}

/**
 * The segments of an SMS text, without replacement of look-alike characters; an empty text has one (domain.md 5.2).
 *
 * @example
 * ```ts
 * segments("Hello"); // { encoding: "GSM-7", segments: 1 }
 * ```
 */
export function segments(text: string): SmsSegments {
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return { encoding: encodingName, segments: Math.max(1, segmentsCount) };
}
