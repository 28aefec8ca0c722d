import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { IssueCode } from "@flexbill/kernel";
import type { Host } from "../host.ts";

/** A line of a text file, without its end; lines count from 1. A line that is no text has what is wrong with it. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly bad?: IssueCode;
}

/** A line of more bytes is refused, so that a file without line ends cannot fill the memory. */
export const longestLine = 16 * 1024 * 1024;

const lineFeed = 10;
const chunkBytes = 256 * 1024;

/**
 * The lines of a file, or of standard input for `-`, in batches as they are read. Takes a byte order mark and both
 * kinds of line ends. Throws what the file system throws.
 */
export async function* readLines(path: string, host: Host): AsyncGenerator<readonly Line[]> {
  let passed = 0;
  let rest: readonly Uint8Array[] = [];
  let skipping = false;
  const numbered = (lines: readonly Omit<Line, "number">[]): readonly Line[] => {
    passed += lines.length;
    return lines.map((line, at) => ({ ...line, number: passed - lines.length + at + 1 }));
  };
  for await (const chunk of open(path, host)) {
    const bytes = skipping ? afterLine(chunk) : chunk;
    if (bytes === undefined) continue;
    skipping = false;
    const end = bytes.lastIndexOf(lineFeed) + 1;
    if (end > 0) yield numbered(textsOf(Buffer.concat([...rest, bytes.subarray(0, end)]), passed === 0));
    rest = end > 0 ? [bytes.subarray(end)] : [...rest, bytes];
    if (rest.reduce((sum, { length }) => sum + length, 0) <= longestLine) continue;
    yield numbered([{ text: "", bad: "schema.line-too-long" }]);
    rest = [];
    skipping = true;
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield numbered(textsOf(last, passed === 0));
}

/** What comes after the end of a line that is passed over. */
function afterLine(chunk: Uint8Array): Uint8Array | undefined {
  const end = chunk.indexOf(lineFeed);
  return end < 0 ? undefined : chunk.subarray(end + 1);
}

function open(path: string, host: Host): AsyncIterable<Uint8Array> {
  return path === "-" ? host.stdin : createReadStream(resolve(host.cwd, path), { highWaterMark: chunkBytes });
}

/** Whole lines as texts, the mark of the first one taken off. */
function textsOf(bytes: Uint8Array, first: boolean): readonly Omit<Line, "number">[] {
  const text = decoded(bytes);
  const lines = text === undefined ? oneByOne(bytes) : split(text).map((line) => ({ text: line }));
  const [head] = lines;
  return first && head?.text.startsWith("\uFEFF") ? [{ ...head, text: head.text.slice(1) }, ...lines.slice(1)] : lines;
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function split(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}

function oneByOne(bytes: Uint8Array): readonly Omit<Line, "number">[] {
  const lines: Omit<Line, "number">[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    const text = decoded(line);
    if (text === undefined) lines.push({ text: "", bad: line.includes(0) ? "schema.binary" : "schema.encoding" });
    else lines.push({ text: split(`${text}\n`)[0] ?? "" });
    start = end + 1;
  }
  return lines;
}
