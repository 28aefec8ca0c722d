import { closeSync, openSync, readSync } from "node:fs";

const chunkBytes = 1 << 16;

/** Calls `take` with each chunk of a file; the bytes are only lent. */
export function forEachChunk(path: string, take: (chunk: Uint8Array) => void): void {
  const file = openSync(path, "r");
  const buffer = new Uint8Array(chunkBytes);
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) take(buffer.subarray(0, read));
  closeSync(file);
}

/** The yardstick: reads a file, cuts it into lines, parses each as JSON, and counts them. */
export function parseLines(path: string): number {
  const decoder = new TextDecoder();
  let rest = "";
  let count = 0;
  forEachChunk(path, (chunk) => {
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      JSON.parse(text.slice(start, end));
      count += 1;
      start = end + 1;
    }
    rest = text.slice(start);
  });
  return count;
}
