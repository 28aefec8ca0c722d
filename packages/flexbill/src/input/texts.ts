import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { fail, issue, ok, type Result } from "@flexbill/kernel";
import type { Host } from "../host.ts";
import { fileIssue, nameOf } from "./read-bytes.ts";

const chunkBytes = 256 * 1024;

/**
 * The text of a file, or of standard input for `-`, in pieces as it is read. The last piece is the trouble that ended the
 * reading, where there was one: no file, no UTF-8, no text.
 */
export async function* readTexts(path: string, host: Host): AsyncGenerator<Result<string>> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const at = { file: nameOf(path), line: 1, column: 1 };
  const chunks = path === "-" ? host.stdin : createReadStream(resolve(host.cwd, path), { highWaterMark: chunkBytes });
  try {
    for await (const chunk of chunks) {
      if (chunk.includes(0)) {
        yield fail([issue("schema.binary", { at })]);
        return;
      }
      yield ok(decoder.decode(chunk, { stream: true }));
    }
    yield ok(decoder.decode());
  } catch (error) {
    yield fail([isNoText(error) ? issue("schema.encoding", { at }) : fileIssue(path, error)]);
  }
}

const isNoText = (error: unknown): boolean =>
  error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
