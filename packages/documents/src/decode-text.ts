import { fail, type IssueCode, issue, ok, type Place, type Result } from "@flexbill/kernel";
import { lineIndex } from "./lines.ts";

const sniffed = 8192;

/**
 * Bytes as UTF-8 text, without a byte order mark. Line ends stay as they are; every reader takes CRLF too.
 * Bytes with a NUL are `schema.binary`, other encodings `schema.encoding` with the place of the first bad byte.
 *
 * @example
 * ```ts
 * decodeText(new TextEncoder().encode("account: AC1"), { file: "flexbill.yaml" }).ok; // true
 * ```
 */
export function decodeText(bytes: Uint8Array, options: { readonly file?: string } = {}): Result<string> {
  if (hasForeignMark(bytes)) return refuse("schema.encoding", start, options);
  if (bytes.subarray(0, sniffed).includes(0)) return refuse("schema.binary", start, options);
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = text.indexOf("\uFFFD");
  return bad >= 0 && !isUtf8(bytes) ? refuse("schema.encoding", lineIndex(text)(bad), options) : ok(text);
}

const start = { line: 1, column: 1 };

function refuse(code: IssueCode, place: Place, options: { readonly file?: string }): Result<string> {
  const at = options.file === undefined ? place : { file: options.file, ...place };
  return fail([issue(code, { path: "", at, wanted: "utf-8" })]);
}

function hasForeignMark(bytes: Uint8Array): boolean {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
