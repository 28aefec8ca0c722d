import { decimal, fraction, month } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyEvents } from "../test/arbitrary-events.ts";
import { options } from "../test/sample.ts";
import { compareRows, type FlexEvent, meter, parseUsageRow, type UsageRow, usageRowDocument } from "./index.ts";

const row: UsageRow = {
  account: "AC1",
  month: month("2025-05"),
  product: "studio",
  unit: "engagement",
  quantity: decimal(1),
  user: "WK1",
  dimensions: {},
  useCase: "contact-center",
};

describe("the JSON form of a row", () => {
  test("carries the exact quantity only where six decimals do not hold it", () => {
    expect(usageRowDocument({ ...row, quantity: decimal("1.500000") })).toMatchObject({ quantity: "1.5" });
    expect("exact" in usageRowDocument({ ...row, quantity: decimal("0.000001") })).toBe(false);
    expect(usageRowDocument({ ...row, quantity: fraction(2, 3) })).toMatchObject({
      quantity: "0.666667",
      exact: "2/3",
    });
    expect(usageRowDocument({ ...row, quantity: decimal("0.0000005") })).toMatchObject({
      quantity: "0.000001",
      exact: "0.0000005",
    });
  });

  test("names the use case only where it is another, and puts dimensions in order", () => {
    expect(Object.keys(usageRowDocument(row))).toEqual([
      "account",
      "month",
      "product",
      "unit",
      "quantity",
      "user",
      "dimensions",
    ]);
    expect(
      JSON.stringify(
        usageRowDocument({ ...row, useCase: "otp", dimensions: { numberType: "local", country: "US" }, amount: null }),
      ),
    ).toBe(
      '{"account":"AC1","month":"2025-05","product":"studio","unit":"engagement","quantity":"1","user":"WK1","dimensions":{"country":"US","numberType":"local"},"useCase":"otp","amount":null}',
    );
  });

  test("reads back as the row it came from", () => {
    fc.assert(
      fc.property(fc.array(anyEvents, { maxLength: 30 }), (events) => {
        for (const metered of meter(events as unknown as FlexEvent[], options()).rows) {
          const text = JSON.stringify(usageRowDocument(metered));
          expect(parseUsageRow(JSON.parse(text))).toEqual({ ok: true, value: metered, issues: [] });
        }
      }),
      { numRuns: 100 },
    );
  });

  test("that is none says everything that is wrong with it", () => {
    const { issues } = parseUsageRow({
      ...usageRowDocument(row),
      month: "2025-13",
      quantity: "NaN",
      exact: "1/0",
      user: 1,
    });
    expect(issues.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      "schema.decimal /exact",
      "schema.decimal /quantity",
      "schema.month /month",
      "schema.type /user",
    ]);
  });
});

describe("the order of rows", () => {
  test("is product, dimensions, user, unit, use case, with nobody and the default first", () => {
    const rows: readonly UsageRow[] = [
      { ...row, product: "a" },
      { ...row, user: null, useCase: "marketing" },
      { ...row, unit: "a" },
      row,
      { ...row, useCase: "marketing" },
      { ...row, user: "WK2" },
      { ...row, dimensions: { country: "US" } },
      { ...row, dimensions: { country: "US", numberType: "local" }, user: null },
      { ...row, dimensions: { country: "\uFF61" } },
      { ...row, dimensions: { country: "\u{1F600}" } },
      { ...row, dimensions: { numberType: "local" } },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(shuffled.toSorted(compareRows)).toEqual(rows);
      }),
    );
  });
});
