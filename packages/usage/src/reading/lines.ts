import { createLineBlocks } from "./line-blocks.ts";

/** Where the lines of a text go, and what is wrong with some of them. */
export interface LinesSink {
  /** A line without its LF; a CR may still be at its end. Numbered from 1. */
  readonly line: (text: string, line: number) => void;
  readonly problem: (code: LineProblem, line: number) => void;
  /** True where no more lines are wanted. */
  readonly isFull: () => boolean;
}

/** What can be wrong with bytes: no text at all, no UTF-8, or too many of them. */
export type LineProblem = "schema.binary" | "schema.encoding" | "schema.line-too-long";

/** Bytes that come in chunks, as lines. */
export interface Lines {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

const byteOrderMark = 0xfeff;
const lineEnd = 10;
const sniffed = 8192;

/** Lines of UTF-8, the byte order mark left out; a line that is no UTF-8 is named and passed over. */
export function createLines(longest: number, sink: LinesSink): Lines {
  const decode = createDecode();
  let begun = false;
  let foreign = false;

  function block(bytes: Uint8Array, line: number): number {
    const text = decode(bytes);
    return text === undefined ? brokenBlock(bytes, line) : textLines(text, line);
  }

  function brokenBlock(bytes: Uint8Array, first: number): number {
    let line = first;
    for (let start = 0; start < bytes.length && !sink.isFull(); line += 1) {
      const end = bytes.indexOf(lineEnd, start) + 1 || bytes.length;
      const text = decode(bytes.subarray(start, end));
      if (text === undefined) sink.problem("schema.encoding", line);
      else textLines(text, line);
      start = end;
    }
    return line;
  }

  function textLines(text: string, first: number): number {
    let line = first;
    let start = line === 1 && text.charCodeAt(0) === byteOrderMark ? 1 : 0;
    for (; start < text.length && !sink.isFull(); line += 1) {
      const end = text.indexOf("\n", start);
      sink.line(end < 0 ? text.slice(start) : text.slice(start, end), line);
      start = end < 0 ? text.length : end + 1;
    }
    return line;
  }

  function begin(chunk: Uint8Array): void {
    const problem = foreignIn(chunk);
    begun = true;
    foreign = problem !== undefined;
    if (problem !== undefined) sink.problem(problem, 1);
  }

  const blocks = createLineBlocks(longest, { block, tooLong: (line) => sink.problem("schema.line-too-long", line) });
  return {
    push: (chunk) => {
      if (!begun && chunk.length > 0) begin(chunk);
      if (!foreign && !sink.isFull()) blocks.push(chunk);
    },
    end: () => {
      if (!foreign && !sink.isFull()) blocks.end();
    },
  };
}

function createDecode(): (bytes: Uint8Array) => string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
}

/** A file that is no text in UTF-8, seen by its first bytes: the mark of UTF-16, or a NUL. */
function foreignIn(bytes: Uint8Array): LineProblem | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) return "schema.encoding";
  return bytes.subarray(0, sniffed).includes(0) ? "schema.binary" : undefined;
}
