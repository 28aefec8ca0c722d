import { date, decimal, fromEpochMilliseconds } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { flatPage, flatPageText, type UsageRecordList, usageCategories, usageRecordDocument } from "./index.ts";
import { usageRecordLists } from "./usage-record.ts";
import { usageRecordText } from "./usage-record-text.ts";

const names = [...usageCategories.map(({ id }) => id), 'no such "thing" é'];
const amount = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.nat(6)).map(([digits, places]) => {
  const text = String(Math.abs(digits)).padStart(places + 1, "0");
  const point = text.length - places;
  return decimal(`${digits < 0 ? "-" : ""}${text.slice(0, point)}${places > 0 ? "." : ""}${text.slice(point)}`);
});
const day = fc.date({ min: new Date("2010-01-01"), max: new Date("2039-12-31"), noInvalidDate: true });
const record = fc.record({
  account: fc.oneof(fc.constant(`AC${"a".repeat(32)}`), fc.string()),
  category: fc.constantFrom(...names),
  list: fc.constantFrom(...(Object.keys(usageRecordLists) as UsageRecordList[]), "" as const),
  start: day.map((at) => date(at.toISOString().slice(0, 10))),
  end: day.map((at) => date(at.toISOString().slice(0, 10))),
  asOf: day.map((at) => fromEpochMilliseconds(at.getTime())),
  count: fc.option(amount),
  usage: amount,
  price: amount,
  currency: fc.constantFrom("USD", "eur", "JPY"),
});

test("the text of a record is what JSON makes of its document, byte by byte", () => {
  fc.assert(
    fc.property(record, (each) => {
      expect(usageRecordText(each)).toBe(JSON.stringify(usageRecordDocument(each)));
    }),
  );
});

test("the text of a page is what JSON makes of the page", () => {
  const address = { path: "/2010-04-01/x.json", filters: [["Category", '"rows":[]']] as const };
  const items = [{ a: 1 }, { b: '"rows":[]' }];
  for (const rows of [items, []]) {
    const slice = { start: 0, next: "APMQ==", previous: null };
    const page = flatPage("rows", { ...slice, items: rows }, { page: 0, pageSize: 2 }, address);
    const texts = rows.map((row) => JSON.stringify(row));
    expect(flatPageText("rows", { ...slice, items: texts }, { page: 0, pageSize: 2 }, address)).toBe(
      JSON.stringify(page),
    );
  }
});
