import fc from "fast-check";
import { expect, test } from "vitest";
import { createCsvReader } from "./read-csv.ts";

const read = (...pieces: readonly string[]) => {
  const reader = createCsvReader();
  const rows = [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
  return { rows, troubles: reader.troubles };
};
const cells = (...pieces: readonly string[]) => read(...pieces).rows.map((row) => row.cells);

test("nothing between commas is null, two quotes are an empty text", () => {
  expect(cells('a,,""\r\n,\n')).toEqual([
    ["a", null, ""],
    [null, null],
  ]);
});

test("a cell in quotes holds commas, line ends and quotes, and the next row knows its line", () => {
  expect(read('"a,b","say ""hi""\nthere"\nc,d').rows).toEqual([
    { cells: ["a,b", 'say "hi"\nthere'], line: 1 },
    { cells: ["c", "d"], line: 3 },
  ]);
});

test("a byte order mark is passed over, and an empty line is no row", () => {
  expect(cells("\uFEFFa,b\n\n1,2\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});

test.each(['a"b,c\n', '"a"b,c\n', 'x\n"never closed\n'])(
  "%j has a quote in the wrong place and is told, not guessed",
  (text) => {
    expect(read(text).troubles.map(({ code }) => code)).toEqual(["schema.syntax"]);
  },
);

test("a row without an end does not fill the memory", () => {
  const reader = createCsvReader();
  for (let at = 0; at < 20; at += 1) reader.read("x".repeat(1_000_000));
  expect(reader.troubles).toEqual([{ code: "schema.line-too-long", line: 1 }]);
});

test("whatever is written as RFC 4180 reads back, however it is cut into pieces", () => {
  const cell = fc.option(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "é", "=", " ") }), { nil: null });
  const write = (value: string | null) => (value === null ? "" : `"${value.replaceAll('"', '""')}"`);
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, fc.array(fc.nat(40), { maxLength: 6 }), (rows, cuts) => {
      const text = rows.map((row) => `${row.map(write).join(",")}\n`).join("");
      const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const pieces = edges.slice(1).map((edge, at) => text.slice(edges[at], edge));
      expect(cells(...pieces)).toEqual(rows);
    }),
  );
});
