import { fail, ok, type Result } from "@flexbill/kernel";
import type { FlexEvent } from "../events/event.ts";
import { createFindings } from "./findings.ts";
import { createLines } from "./lines.ts";
import { plainEvent, readEventLine } from "./read-event.ts";
import { createTextBytes } from "./text-bytes.ts";

/** How an event file is read. */
export interface ReadEventsOptions {
  /** What messages call the file. */
  readonly file?: string;
  /**
   * Takes each event in order, as soon as its line was read. Nothing that it gathers may be used where the reading
   * fails in the end.
   */
  readonly onEvent: (event: FlexEvent) => void;
  /** Bytes of the longest line that is read; by default 16 MiB. */
  readonly longestLine?: number;
}

/** An event file that is read chunk by chunk. */
export interface EventReader {
  /** Takes bytes of UTF-8, or text, cut anywhere. */
  readonly push: (chunk: Uint8Array | string) => void;
  /** How many events there were, or every problem of the file; `unknown-member` infos in either case. */
  readonly finish: () => Result<number>;
}

const longestByDefault = 16 * 1024 * 1024;

/**
 * Begins to read an event file: NDJSON in UTF-8, with or without a byte order mark, lines ended by LF or CRLF, empty
 * lines passed over. It holds one line at a time, and stops at 10,000 errors.
 *
 * @example
 * ```ts
 * const reader = createEventReader({ file: "events.ndjson", onEvent: () => {} });
 * reader.push('{"specversion": "1.0"}\n');
 * reader.finish().ok; // → false
 * ```
 */
export function createEventReader({ file, onEvent, longestLine = longestByDefault }: ReadEventsOptions): EventReader {
  const findings = createFindings(file);
  const bytesOf = createTextBytes();
  let events = 0;

  function take(event: FlexEvent): void {
    events += 1;
    onEvent(event);
  }

  function readOddLine(text: string, line: number): void {
    const read = readEventLine(text, file === undefined ? { line } : { file, line });
    findings.add(read.issues, read.ok ? (read.value?.type ?? "") : "");
    if (read.ok && read.value !== undefined) take(read.value);
  }

  const lines = createLines(longestLine, {
    line: (text, line) => {
      const event = plainEvent(text);
      if (event === undefined) readOddLine(text, line);
      else take(event);
    },
    problem: findings.addProblem,
    isFull: findings.isFull,
  });

  return {
    push: (chunk) => lines.push(typeof chunk === "string" ? bytesOf(chunk) : chunk),
    finish: () => {
      lines.end();
      return findings.hasErrors() ? fail(findings.all()) : ok(events, findings.all());
    },
  };
}

/**
 * Reads an event file from chunks, such as a file's stream: {@link createEventReader} over all of them.
 *
 * @example
 * ```ts
 * await readEvents([], { onEvent: () => {} }); // → ok, 0 events
 * ```
 */
export async function readEvents(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: ReadEventsOptions,
): Promise<Result<number>> {
  const reader = createEventReader(options);
  for await (const chunk of chunks) reader.push(chunk);
  return reader.finish();
}
