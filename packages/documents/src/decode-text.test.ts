import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe("decoding bytes", () => {
  test("a byte order mark is left out", () => {
    const read = decodeText(bytes(0xef, 0xbb, 0xbf, 0x61));
    expect(read.ok && read.value).toBe("a");
  });

  test("text comes back as it is, line ends too", () => {
    const read = decodeText(new TextEncoder().encode("a: 1\r\n機能: �\n"));
    expect(read.ok && read.value).toBe("a: 1\r\n機能: �\n");
  });

  test("bytes with a NUL are not a text", () => {
    expect(decodeText(bytes(0x50, 0x4b, 3, 4, 0), { file: "a.zip" }).issues[0]).toMatchObject({
      code: "schema.binary",
      at: { file: "a.zip", line: 1, column: 1 },
    });
  });

  test("UTF-16 and Latin-1 are another encoding, and the first bad byte has its place", () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0)).issues[0]?.code).toBe("schema.encoding");
    expect(decodeText(bytes(0x61, 0x0a, 0x62, 0xe9, 0x63)).issues[0]).toMatchObject({
      code: "schema.encoding",
      at: { line: 2, column: 2 },
    });
  });
});
