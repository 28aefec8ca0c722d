import { createCsvReader } from "@flexbill/documents";
import { decimal, fraction, month } from "@flexbill/kernel";
import type { UsageRow } from "@flexbill/usage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell } from "./csv-cell.ts";
import { csvTable } from "./csv-table.ts";
import { column, type DataTable } from "./data-table.ts";
import { parquetColumns } from "./parquet-table.ts";
import { usageTable } from "./usage-table.ts";

const table = (rows: DataTable["rows"]): DataTable => ({
  name: "odd",
  columns: [column("name", "text?"), column("amount", "decimal?"), column("at", "instant?"), column("more", "json?")],
  rows,
});
const written = (rows: DataTable["rows"], options = {}) => [...csvTable(table(rows), options)].join("");

describe("a cell that a spreadsheet would run as a formula", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x"])(
    "%j is made harmless in a text",
    (text) => {
      expect(csvCell(text, true).replaceAll('"', "").startsWith("'")).toBe(true);
    },
  );

  test("is left alone where it is a number", () => {
    expect(written([["x", "-1.02", null, null]])).toContain("x,-1.02,,");
  });

  test("is made harmless in a header too", () => {
    const odd: DataTable = { name: "odd", columns: [column("=cmd", "text")], rows: [] };
    expect([...csvTable(odd)].join("")).toBe("'=cmd\n");
  });
});

test("quotes, line ends, emoji and empty texts come back as they were", () => {
  const names = ['say "hi"', "two\r\nlines", "a,b", "☎️ 日本語 👩‍💻", "", " padded "];
  const text = written(names.map((name) => [name, "1", null, null]));
  const reader = createCsvReader();
  const rows = [...reader.read(text), ...reader.end()].slice(1);
  expect(rows.map(({ cells }) => cells[0])).toEqual(names);
  expect(reader.troubles).toEqual([]);
});

test("whatever texts and amounts are written read back, none lost and none changed but for harmless formulas", () => {
  const text = fc.option(fc.string({ unit: fc.constantFrom("=", "-", "a", '"', ",", "\n", "日", "👍") }), {
    nil: null,
  });
  const amount = fc.option(
    fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat({ max: 20 })).map(([digits, scale]) => {
      const minus = digits < 0n ? "-" : "";
      const whole = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
      return scale === 0 ? minus + whole : `${minus}${whole.slice(0, -scale)}.${whole.slice(-scale)}`;
    }),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, amount), { maxLength: 5 }), (pairs) => {
      const reader = createCsvReader();
      const read = reader.read(written(pairs.map(([name, figure]) => [name, figure, null, "{}"]))).slice(1);
      expect(read.map(({ cells }) => cells[1])).toEqual(pairs.map(([, figure]) => figure));
      expect(read.map(({ cells }) => cells[0]?.replace(/^'(?=[=-])/, "") ?? null)).toEqual(pairs.map(([name]) => name));
    }),
  );
});

test("Excel gets a byte order mark where it is asked for, and nobody else", () => {
  expect(written([], { bom: true }).startsWith("\uFEFFname,")).toBe(true);
  expect(written([]).startsWith("name,")).toBe(true);
});

describe("a table as Parquet", () => {
  const columnsOf = (rows: DataTable["rows"]) => {
    const made = parquetColumns(table(rows));
    return made.ok ? made.value : [];
  };

  test("keeps decimals as DECIMAL(38, 18) and every digit of them", () => {
    const [, amount] = columnsOf([
      ["x", "-1.02", null, null],
      ["y", null, null, null],
    ]);
    expect(amount?.schema).toMatchObject({ converted_type: "DECIMAL", precision: 38, scale: 18 });
    expect(amount?.data).toEqual([-1_020_000_000_000_000_000n, null]);
  });

  test("takes a greater scale where an amount has more decimals", () => {
    expect(columnsOf([["x", "0.0000000000000000001", null, null]])[1]?.schema.scale).toBe(22);
  });

  test("refuses an amount that 38 digits do not hold, and says which", () => {
    const made = parquetColumns(table([["x", "123456789012345678901.5", null, null]]));
    expect(made.issues.map(({ code, path }) => [code, path])).toEqual([["schema.decimal-size", "/0/amount"]]);
  });

  test("keeps instants as milliseconds of UTC", () => {
    expect(columnsOf([[null, null, "2025-05-01T00:00:00Z", null]])[2]?.data).toEqual([1_746_057_600_000n]);
  });
});

test("a usage row that had to be rounded carries its fraction beside", () => {
  const row: UsageRow = {
    ...{ account: "AC1", month: month("2025-05"), product: "flex-active-user-hour", unit: "hour" },
    ...{ quantity: fraction(1, 3), user: "WK1", dimensions: {}, useCase: "contact-center" },
  };
  const [cells, fee] = usageTable([row, { ...row, amount: decimal("1.5"), quantity: decimal(2) }]).rows;
  expect(cells).toEqual([
    "AC1",
    "2025-05",
    row.product,
    "hour",
    "0.333333",
    "1/3",
    "WK1",
    "contact-center",
    "{}",
    null,
  ]);
  expect(fee?.slice(4)).toEqual(["2", null, "WK1", "contact-center", "{}", "1.5"]);
});
