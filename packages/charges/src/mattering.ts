import type { Decimal, RoundingMode } from "@flexbill/kernel";
import { equals, roundToMinor } from "@flexbill/kernel";
import { type Flip, flips } from "./flips.ts";
import { type Line, lineKey } from "./line.ts";
import { groupLines, type LineGroup, withDependentLines } from "./month-lines.ts";
import { type Rating, ratingUnder } from "./rated-month.ts";

/** A group with the lines that it gave. */
export interface RatedGroup {
  readonly group: LineGroup;
  readonly lines: readonly Line[];
}

/** For each line, the assumptions whose other value would change its money: found by taking it and rating again. */
export function matteringKeys(
  rating: Rating,
  groups: readonly RatedGroup[],
  lines: readonly Line[],
): ReadonlyMap<Line, readonly string[]> {
  const keys = new Map<Line, string[]>(lines.map((line) => [line, []]));
  for (const flip of flips) {
    const flipped = flippedLines(rating, groups, flip);
    if (flipped === undefined) continue;
    for (const line of movedLines(lines, flipped)) keys.get(line)?.push(flip.key);
  }
  return keys;
}

/** All lines under the flip; only the groups within its reach are rated again. Nothing, where it reaches none. */
function flippedLines(rating: Rating, groups: readonly RatedGroup[], flip: Flip): readonly Line[] | undefined {
  const other = ratingUnder(rating, flip.flipped(rating.assumptions));
  const reached = groups.filter(({ group }) => flip.reaches(rating, group, rating.assumptions));
  if (reached.length === 0) return undefined;
  const mode = other.assumptions["rounding.mode"];
  const lines = groups.flatMap((rated) => {
    if (flip.key === "rounding.mode") return rated.lines.map((line) => roundedAgain(line, mode));
    return reached.includes(rated) ? groupLines(rated.group, other) : rated.lines;
  });
  return withDependentLines(other, lines);
}

function roundedAgain(line: Line, mode: RoundingMode): Line {
  const low = roundToMinor(line.exact.low, line.currency, mode);
  return { ...line, low, high: line.exact.high === null ? null : roundToMinor(line.exact.high, line.currency, mode) };
}

/** Lines whose money is another, or which are gone; and those that gave usage to a line that is new. */
function movedLines(lines: readonly Line[], flipped: readonly Line[]): readonly Line[] {
  const others = new Map(flipped.map((line) => [lineKey(line), line]));
  const known = new Set(lines.map(lineKey));
  const fresh = new Set(flipped.filter((line) => !known.has(lineKey(line))).map((line) => line.product));
  return lines.filter((line) => {
    const other = others.get(lineKey(line));
    if (other === undefined || !sameMoney(line, other)) return true;
    return fresh.has(line.product) && !equals(line.quantity, other.quantity);
  });
}

const sameMoney = (one: Line, other: Line): boolean => equals(one.low, other.low) && sameEnd(one.high, other.high);

const sameEnd = (one: Decimal | null, other: Decimal | null): boolean =>
  one === null || other === null ? one === other : equals(one, other);
