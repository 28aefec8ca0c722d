import wide from "../data/wide.json" with { type: "json" };

const ranges = wide.ranges as readonly unknown[] as readonly (readonly [number, number])[];
const firstWide = ranges[0]?.[0] ?? Number.POSITIVE_INFINITY;
const unseen = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

function isWide(codePoint: number): boolean {
  if (codePoint < firstWide) return false;
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] as readonly [number, number];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

/** The columns that one character takes on a terminal: 0, 1 or 2. */
export function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint >= 0x300 && unseen.test(character)) return 0;
  return isWide(codePoint) ? 2 : 1;
}

/**
 * The columns that a text takes on a terminal: Chinese, Japanese and Korean characters take two.
 *
 * @example
 * ```ts
 * displayWidth("通話 1"); // → 6
 * ```
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Adds spaces after a text up to a width in columns. */
export const padEnd = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - displayWidth(text)));

/** Adds spaces before a text up to a width in columns. */
export const padStart = (text: string, width: number): string =>
  " ".repeat(Math.max(0, width - displayWidth(text))) + text;
