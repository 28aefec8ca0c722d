import { expect, test } from "vitest";
import { parquetCell } from "./parquet-cells.ts";

const decimals = { isDecimal: true, scale: 3 };
const others = { isDecimal: false, scale: 0 };

test.for([
  [Uint8Array.from([0xff, 0xfe]), "-0.002"],
  [Uint8Array.from([0x7f, 0xff]), "32.767"],
  [Uint8Array.from([]), "0"],
  [1_020n, "1.02"],
  [-5, "-0.005"],
] as const)("the decimal %s has all its digits", ([value, text]) => {
  expect(parquetCell(value, decimals)).toBe(text);
});

test.for([
  [new Date(Date.UTC(2025, 4, 1)), "2025-05-01T00:00:00Z"],
  [new Date(Date.UTC(2025, 4, 1, 0, 0, 0, 5)), "2025-05-01T00:00:00.005Z"],
  [Buffer.from("日本"), "日本"],
  [1e-7, "1e-7"],
  [1e21, "1e21"],
  [{ a: 1 }, '{"a":1}'],
  [true, "true"],
  [undefined, null],
] as const)("%s is written as FOCUS writes it", ([value, text]) => {
  expect(parquetCell(value, others)).toBe(text);
});
