/** Where whole lines go. */
export interface LineSink {
  /** Lines, each but perhaps the last with its end; `line` is the number of the first. Gives back the next number. */
  readonly block: (bytes: Uint8Array, line: number) => number;
  /** A line that is longer than allowed was passed over. */
  readonly tooLong: (line: number) => void;
}

/** Cuts bytes that come in chunks of any size into blocks of whole lines, and holds no more than one line. */
export interface LineBlocks {
  readonly push: (chunk: Uint8Array) => void;
  /** The last line may lack its end. */
  readonly end: () => void;
}

const lineEnd = 10;

/** Lines of at most `longest` bytes, numbered from 1. No byte of a longer character is a line end in UTF-8. */
export function createLineBlocks(longest: number, sink: LineSink): LineBlocks {
  const held = createHeld(longest);
  let line = 1;

  function release(bytes: Uint8Array): void {
    if (bytes.length <= longest) line = sink.block(bytes, line);
    else for (const one of linesOf(bytes)) releaseLine(one);
  }

  function releaseLine(bytes: Uint8Array): void {
    if (lengthOf(bytes) <= longest) line = sink.block(bytes, line);
    else passOver();
  }

  function passOver(): void {
    sink.tooLong(line);
    line += 1;
  }

  function releaseHeld(rest: Uint8Array): void {
    const whole = held.take(rest);
    if (whole === undefined) passOver();
    else releaseLine(whole);
  }

  return {
    push: (chunk) => {
      const first = held.isEmpty() ? 0 : chunk.indexOf(lineEnd) + 1;
      const last = chunk.lastIndexOf(lineEnd) + 1;
      if (first > 0) releaseHeld(chunk.subarray(0, first));
      if (last > first) release(chunk.subarray(first, last));
      held.hold(chunk.subarray(last));
    },
    end: () => {
      if (!held.isEmpty()) releaseHeld(new Uint8Array(0));
    },
  };
}

/** The begun line; once it is too long its bytes are let go, and only that it was there is remembered. */
function createHeld(longest: number) {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  return {
    isEmpty: () => bytes === 0,
    hold: (part: Uint8Array) => {
      bytes += part.length;
      if (bytes > longest) parts = [];
      else if (part.length > 0) parts.push(part.slice());
    },
    take: (rest: Uint8Array): Uint8Array | undefined => {
      const whole = bytes > longest ? undefined : joined([...parts, rest]);
      parts = [];
      bytes = 0;
      return whole;
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(lineEnd, start);
    const next = end < 0 ? bytes.length : end + 1;
    yield bytes.subarray(start, next);
    start = next;
  }
}

/** A line's bytes without its end. */
function lengthOf(bytes: Uint8Array): number {
  return bytes.at(-1) === lineEnd ? bytes.length - 1 : bytes.length;
}
