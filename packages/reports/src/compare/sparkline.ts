const bars = "▁▂▃▄▅▆▇█";

/**
 * A row of bars for figures from 0 up to `most`; a figure that is not known is a dot.
 *
 * @example
 * ```ts
 * sparkline([0, 5, null, 10], 10); // → "▁▅·█"
 * ```
 */
export function sparkline(figures: readonly (number | null)[], most: number): string {
  return figures.map((figure) => (figure === null ? "·" : barOf(figure, most))).join("");
}

function barOf(figure: number, most: number): string {
  const share = most > 0 ? Math.min(1, Math.max(0, figure / most)) : 0;
  return bars[Math.min(bars.length - 1, Math.floor(share * bars.length))] ?? "";
}
