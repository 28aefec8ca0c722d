import { expect, test } from "vitest";
import { columnWidths, renderTable } from "./table.ts";

const columns = [
  { title: "id", align: "left" },
  { title: "name", align: "left", least: 6, hanging: 2 },
  { title: "n", align: "right" },
] as const;

test("a table that fits is not wrapped", () => {
  expect(
    renderTable(
      columns,
      [
        ["a", "one two", "5"],
        ["b", "three", "12"],
      ],
      40,
    ),
  ).toBe("id  name      n\na   one two   5\nb   three    12\n");
});

test("a column that may wrap gives way, down to its least width", () => {
  expect(columnWidths(columns, [["a", "one two three", "5"]], 16)).toEqual([2, 9, 1]);
  expect(columnWidths(columns, [["a", "one two three", "5"]], 5)).toEqual([2, 6, 1]);
});

test("what is wrapped stands set in below itself", () => {
  expect(renderTable(columns, [["a", "one two three", "5"]], 15)).toBe(
    "id  name      n\na   one two   5\n      three\n",
  );
});
