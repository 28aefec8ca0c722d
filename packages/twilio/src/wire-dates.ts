import { epochMilliseconds, type Instant } from "@flexbill/kernel";

/**
 * An instant as the product APIs write it: whole seconds and `Z`, never milliseconds.
 *
 * @example
 * ```ts
 * formatIsoSeconds(instant("2026-01-31T23:59:59.5Z")); // "2026-01-31T23:59:59Z"
 * ```
 */
export function formatIsoSeconds(at: Instant): string {
  return `${isoSeconds(at)}Z`;
}

/**
 * An instant as `as_of` of Usage Records writes it, with the offset spelled out.
 *
 * @example
 * ```ts
 * formatAsOf(instant("2022-03-29T01:07:35Z")); // "2022-03-29T01:07:35+00:00"
 * ```
 */
export function formatAsOf(at: Instant): string {
  return `${isoSeconds(at)}+00:00`;
}

/**
 * An instant as the 2010 API writes it.
 *
 * @example
 * ```ts
 * formatRfc2822(instant("2012-10-13T21:32:30Z")); // "Sat, 13 Oct 2012 21:32:30 +0000"
 * ```
 */
export function formatRfc2822(at: Instant): string {
  return new Date(epochMilliseconds(at)).toUTCString().replace("GMT", "+0000");
}

let [lastSecond, lastText] = [Number.NaN, ""];

/** The rows of a page all tell the same time, so the last text is kept. */
function isoSeconds(at: Instant): string {
  const second = Math.floor(epochMilliseconds(at) / 1000);
  if (second === lastSecond) return lastText;
  lastSecond = second;
  lastText = new Date(second * 1000).toISOString().slice(0, 19);
  return lastText;
}
