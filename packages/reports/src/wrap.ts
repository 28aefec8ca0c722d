import { characterWidth, displayWidth } from "./display-width.ts";

/** Closing marks and small kana, which may not begin a line. */
const closing = /^[、。，．・：；！？）」』】〕〉》ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?)\]}]$/u;

/** The smallest parts between which a line may end: words with the space after them, wide characters each. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let joined = false;
  for (const character of text) {
    const last = parts.at(-1);
    const alone = characterWidth(character) === 2;
    const open =
      last !== undefined && (closing.test(character) || (joined && !alone && !last.endsWith(" ")) || character === " ");
    if (open) parts[parts.length - 1] = last + character;
    else parts.push(character);
    joined = !alone;
  }
  return parts;
}

/** Cuts a part that is wider than a whole line. */
function cut(part: string, width: number): readonly string[] {
  if (displayWidth(part.trimEnd()) <= width) return [part];
  const pieces: string[] = [""];
  for (const character of part) {
    const last = pieces.at(-1) ?? "";
    if (displayWidth(last + character) > width && last !== "") pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}

/**
 * Breaks a text into lines of at most a width in columns: between words, and between wide characters, never before a
 * closing mark; a longer word is cut.
 *
 * @example
 * ```ts
 * wrap("one two three", 8); // → ["one two", "three"]
 * ```
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of partsOf(text).flatMap((part) => cut(part, width))) {
    if (line !== "" && displayWidth((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

/** A text in lines of a width, those after the first indented. */
export function hang(first: string, text: string, width: number): string {
  const indent = " ".repeat(displayWidth(first));
  return wrap(text, Math.max(10, width - indent.length))
    .map((line, at) => (at === 0 ? first : indent) + line)
    .join("\n");
}
