const highFirst = 0xd800;
const highLast = 0xdbff;

/**
 * Encodes chunks of text that were cut anywhere, also between the two halves of a character beyond U+FFFF.
 *
 * @example
 * ```ts
 * createTextBytes()("é").length; // → 2
 * ```
 */
export function createTextBytes(): (chunk: string) => Uint8Array {
  const encoder = new TextEncoder();
  let half = "";
  return (chunk) => {
    const text = half + chunk;
    const last = text.charCodeAt(text.length - 1);
    const cut = last >= highFirst && last <= highLast ? text.length - 1 : text.length;
    half = text.slice(cut);
    return encoder.encode(text.slice(0, cut));
  };
}
