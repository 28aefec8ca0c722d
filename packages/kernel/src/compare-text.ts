/** A UTF-16 unit's place in code point order: surrogates stand for code points above every other unit. */
function place(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/**
 * Orders texts by Unicode code point (formats.md, common rules): below zero, zero or above, as for `Array.sort`.
 * Unlike `<`, a character beyond U+FFFF comes after every other.
 *
 * @example
 * ```ts
 * ["b", "a", "B"].sort(compareText).join(""); // → "Bab"
 * compareText("\u{1F600}", "\uFF61") > 0; // → true
 * ```
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return place(left) - place(right);
  }
  return a.length - b.length;
}
