/**
 * The known name that a misspelt one most likely means: the one that the fewest changed, missing, added or swapped
 * letters lead to, at most a third of its letters; `undefined` where none is near.
 *
 * @example
 * ```ts
 * nearest("taskroutr", ["studio", "taskrouter"]); // "taskrouter"
 * ```
 */
export function nearest(found: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(found.length / 3)) + 1;
  const wanted = found.toLowerCase();
  for (const name of names) {
    const other = name.toLowerCase();
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const changes = changesBetween(wanted, other);
    if (changes < least) [best, least] = [name, changes];
  }
  return best;
}

/**
 * How many letters have to be changed, added, taken away or swapped with the next one to make one text the other.
 *
 * @example
 * ```ts
 * changesBetween("studoi", "studio"); // 1
 * ```
 */
export function changesBetween(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + same,
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
