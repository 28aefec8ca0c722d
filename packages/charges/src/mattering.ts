import type { Decimal, RoundingMode } from "@flexbill/kernel";
import { equals, roundToMinor } from "@flexbill/kernel";
import { type Flip, flips } from "./flips.ts";
import { type Line, lineKey } from "./line.ts";
import { groupLines, type LineGroup, withDependentLines } from "./month-lines.ts";
import { type Rating, ratingUnder } from "./rated-month.ts";
import { openScratch } from "./sheet.ts";

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
    const flipped = flippedLines(rating, { groups, lines }, flip);
    if (flipped === undefined) continue;
    for (const line of movedLines(lines, flipped)) keys.get(line)?.push(flip.key);
  }
  return keys;
}

interface Rated {
  readonly groups: readonly RatedGroup[];
  readonly lines: readonly Line[];
}

/**
 * All lines under the flip; only the groups within its reach are rated again. Nothing where it moves none of them: the
 * lines that look at printed lines then stay as they are too.
 */
function flippedLines(rating: Rating, { groups, lines }: Rated, flip: Flip): readonly Line[] | undefined {
  const reached = new Set(groups.filter(({ group }) => flip.reaches(rating, group, rating.assumptions)));
  if (reached.size === 0) return undefined;
  const other = ratingUnder(rating, flip.flipped(rating.assumptions));
  const mode = other.assumptions["rounding.mode"];
  if (flip.key === "rounding.mode") {
    if (sameLines(lines, roundedAgain(lines, mode))) return undefined;
    return withDependentLines(other, roundedAgain(groups.flatMap(linesOf), mode), openScratch);
  }
  let moves = false;
  const flipped = groups.flatMap((rated) => {
    if (!reached.has(rated)) return rated.lines;
    const again = groupLines(rated.group, other, openScratch);
    moves ||= !sameLines(rated.lines, again);
    return again;
  });
  return moves ? withDependentLines(other, flipped, openScratch) : undefined;
}

const linesOf = ({ lines }: RatedGroup) => lines;

const sameLines = (some: readonly Line[], others: readonly Line[]): boolean =>
  some.length === others.length &&
  some.every((line, index) => {
    const other = others[index];
    return other !== undefined && lineKey(line) === lineKey(other) && sameMoney(line, other);
  });

function roundedAgain(lines: readonly Line[], mode: RoundingMode): readonly Line[] {
  return lines.map((line) => ({
    ...line,
    low: roundToMinor(line.exact.low, line.currency, mode),
    high: line.exact.high === null ? null : roundToMinor(line.exact.high, line.currency, mode),
  }));
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
