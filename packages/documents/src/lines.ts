/** Turns an offset of a text into a line and a column, both from 1. */
export type LineIndex = (offset: number) => { readonly line: number; readonly column: number };

/**
 * Reads where the lines of a text begin, once; each look-up after that is a bisection.
 *
 * @example
 * ```ts
 * lineIndex("a\nbc")(3); // { line: 2, column: 2 }
 * ```
 */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = lastNotAfter(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
