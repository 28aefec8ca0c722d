import { describe, expect, test } from "vitest";
import { readYaml } from "./read-yaml.ts";

const codes = (text: string, file = "flexbill.yaml") =>
  readYaml(text, { file }).issues.map(({ code, at }) => [code, at?.line, at?.column]);

describe("reading YAML", () => {
  test("values and the places of values and members are read", () => {
    const read = readYaml("account: AC1\nplan:\n  - model: named-user\n    price: '1.00'\n", { file: "f.yaml" });
    expect(read.ok && read.value.value).toEqual({ account: "AC1", plan: [{ model: "named-user", price: "1.00" }] });
    expect(read.ok && read.value.placeOf(["plan", 0, "price"])).toEqual({ file: "f.yaml", line: 4, column: 12 });
    expect(read.ok && read.value.placeOf(["plan", 0, "price"], "member")).toEqual({
      file: "f.yaml",
      line: 4,
      column: 5,
    });
  });

  test("dates and instants stay texts", () => {
    const read = readYaml("from: 2025-04-01\nat: 2023-01-10T00:00:00Z\nmonth: 2025-05\n");
    expect(read.ok && read.value.value).toEqual({ from: "2025-04-01", at: "2023-01-10T00:00:00Z", month: "2025-05" });
  });

  test("a member given twice, a tab and a second document are all named with their places", () => {
    expect(codes("a: 1\na: 2\nb:\n\t- x\nc: [1\n")).toEqual(
      expect.arrayContaining([
        ["schema.duplicate-key", 2, 1],
        ["schema.syntax", 4, 1],
      ]),
    );
    expect(codes("a: 1\n---\nb: 2\n")).toEqual([["schema.syntax", 2, 1]]);
  });

  test("JSON is read too, and a trailing comma in a file called JSON is a mistake", () => {
    expect(readYaml('{"a": [1, 2]}', { file: "f.yaml" }).ok).toBe(true);
    expect(codes('{"a": 1,}', "contract.json")).toEqual([["schema.syntax", 1, 8]]);
  });

  test("an empty text and a text of comments have nothing in them", () => {
    expect(codes("")).toEqual([["schema.empty", 1, 1]]);
    expect(codes("# nothing\n")).toEqual([["schema.empty", 1, 1]]);
  });

  test("CRLF line ends give the same value and lines", () => {
    const read = readYaml("account: AC1\r\ncurrency: USD\r\n");
    expect(read.ok && read.value.value).toEqual({ account: "AC1", currency: "USD" });
    expect(read.ok && read.value.placeOf(["currency"])).toEqual({ line: 2, column: 11 });
  });

  test("references that unfold without end are refused", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [name, before] of [
      ["b", "a"],
      ["c", "b"],
      ["d", "c"],
      ["e", "d"],
    ]) {
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`);
    }
    expect(codes(bomb.join("\n"))).toEqual([["schema.nesting", undefined, undefined]]);
  });

  test("a place behind a reference is where the value was written", () => {
    const read = readYaml("a: &a\n  x: 1\nb: *a\n");
    expect(read.ok && read.value.placeOf(["b", "x"])).toEqual({ line: 2, column: 6 });
  });

  test("a member name must be a text", () => {
    expect(codes("[a, b]: 1\n")).toEqual([["schema.syntax", 1, 1]]);
    const read = readYaml("1: x\n");
    expect(read.ok && read.value.value).toEqual({ "1": "x" });
  });

  test("a name from the prototype is a member like any other", () => {
    const read = readYaml("constructor: 1\n__proto__: 2\n");
    expect(read.ok && Object.keys(read.value.value as object)).toEqual(["constructor", "__proto__"]);
  });
});
