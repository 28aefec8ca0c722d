import { describeIssue, isOk } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson, readJsonLine } from "./read-json.ts";

const issuesIn = (text: string) => {
  const read = readJson(text, { file: "a.json" });
  return read.issues.map(({ code, at, path }) => [code, at?.line, at?.column, path]);
};

describe("reading JSON", () => {
  test("every JSON value is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = readJson(text);
        expect(read.ok && read.value.value).toEqual(JSON.parse(text));
      }),
    );
  });

  test("a text is refused exactly where JSON.parse refuses it", () => {
    const pieces = fc.array(
      fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-0.5e3", "01", "tru", "true", " ", "\n", '"\\x"', '"'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const accepted = (() => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        const read = readJson(text);
        const twice = read.issues.every((found) => found.code === "schema.duplicate-key") && read.issues.length > 0;
        expect(isOk(read) || twice).toBe(accepted);
      }),
      { numRuns: 3000 },
    );
  });

  test("a trailing comma, a member given twice and a bare word are all named with their places", () => {
    expect(issuesIn('{\n  "a": 1,\n  "a": 2,\n  "b": tru,\n  "c": [1, 2,],\n}')).toEqual([
      ["schema.duplicate-key", 3, 3, "/a"],
      ["schema.syntax", 4, 8, "/b"],
      ["schema.syntax", 5, 13, "/c"],
      ["schema.syntax", 5, 15, ""],
    ]);
  });

  test("an empty text says that there is nothing in it", () => {
    expect(issuesIn(" \r\n ")).toEqual([["schema.empty", 1, 1, ""]]);
  });

  test("nesting without end is refused and does not end the program", () => {
    expect(issuesIn("[".repeat(100_000))[0]?.[0]).toBe("schema.nesting");
  });

  test("CRLF counts as one line end", () => {
    expect(issuesIn('{\r\n"a": x\r\n}')).toEqual([["schema.syntax", 2, 6, "/a"]]);
  });

  test("a syntax issue says what was wanted in both languages", () => {
    const [found] = readJson("[1,]").issues;
    expect(found && describeIssue(found, "en")).toMatch(/wanted /);
    expect(found && describeIssue(found, "en")).not.toMatch(/json-/);
    expect(found && describeIssue(found, "ja")).not.toMatch(/json-/);
  });
});

describe("reading a line of NDJSON", () => {
  test("places count from the line of the file that the text is", () => {
    const read = readJsonLine('{"id":"1","data":{"seconds":"60"}}', { file: "e.ndjson", line: 7 });
    expect(read.ok && read.value.placeOf(["data", "seconds"])).toEqual({ file: "e.ndjson", line: 7, column: 29 });
    expect(read.ok && read.value.placeOf(["data", "seconds"], "member")).toEqual({
      file: "e.ndjson",
      line: 7,
      column: 19,
    });
  });

  test("a place of a member that is not there is the place of what should hold it", () => {
    const read = readJsonLine('{"data":{}}', { line: 3 });
    expect(read.ok && read.value.placeOf(["data", "user"])).toEqual({ line: 3, column: 9 });
  });

  test("a broken line gives issues with its line", () => {
    const read = readJsonLine('{"id":', { line: 9 });
    expect(read.issues.map(({ code, at }) => [code, at?.line])).toContainEqual(["schema.syntax", 9]);
  });

  test("ten thousand places in a line of a megabyte are found without reading it again for each", () => {
    const line = JSON.stringify({ items: Array.from({ length: 50_000 }, (_, index) => ({ index, text: "xxxxxxx" })) });
    expect(line.length).toBeGreaterThan(1_000_000);
    const read = readJsonLine(line, { line: 2 });
    for (let index = 0; index < 10_000; index += 1) {
      expect(read.ok && read.value.placeOf(["items", index * 5, "text"])?.line).toBe(2);
    }
  });
});
