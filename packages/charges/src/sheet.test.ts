import { decimal, formatAmount, fraction } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { openSheet } from "./sheet.ts";

describe("a sheet", () => {
  test("what it returns is what it writes", () => {
    const sheet = openSheet();
    const hours = sheet.input("quantity", fraction(5, 3));
    const amount = sheet.pair("amount", "multiply", hours, sheet.input("price", decimal("1.00"), "plan/x"));
    const low = sheet.print("low", amount, "USD", "half-up");
    expect(formatAmount(low, "USD")).toBe("1.67");
    expect(sheet.steps.map(({ name, op, of, value, source }) => [name, op, of, value, source])).toEqual([
      ["quantity", "input", undefined, "5/3", undefined],
      ["price", "input", undefined, "1", "plan/x"],
      ["amount", "multiply", ["quantity", "price"], "5/3", undefined],
      ["low", "round", ["amount"], "1.67", undefined],
    ]);
  });

  test("a second step of the same kind has a name of its own, and the labels come in both languages", () => {
    const sheet = openSheet();
    sheet.input("price", decimal(1));
    expect(sheet.input("price", decimal(2)).name).toBe("price-2");
    expect(sheet.steps[1]).toMatchObject({ key: "price", label: "Price of a unit", labelJa: "単価" });
  });

  test("a sum of one is that one, a sum of none is nothing", () => {
    const sheet = openSheet();
    const only = sheet.input("line", decimal(3));
    expect(sheet.sum("base", [only])).toBe(only);
    expect(sheet.sum("base", []).value).toEqual(decimal(0));
  });

  test("yen have no minor digits, and ties go by the mode", () => {
    const sheet = openSheet();
    const tie = sheet.input("amount", decimal("2.5"));
    expect(formatAmount(sheet.print("low", tie, "JPY", "half-up"), "JPY")).toBe("3");
    expect(formatAmount(sheet.print("high", tie, "JPY", "half-even"), "JPY")).toBe("2");
    expect(sheet.steps.at(-1)).toMatchObject({ op: "round", places: 0, mode: "half-even", value: "2" });
  });
});
