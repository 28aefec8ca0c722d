import { type CalendarDate, compareText, date, decimal, month } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PriceEntry } from "./price-entry.ts";
import { findPrice, type PricedRow, priceList, successor } from "./price-list.ts";

const entry = (match: Readonly<Record<string, string>>, from?: string): PriceEntry => ({
  product: "p",
  unit: "minute",
  match,
  price: decimal(1),
  ...(from !== undefined && { from: date(from) }),
});
const row = (dimensions: Readonly<Record<string, string>>): PricedRow => ({ product: "p", unit: "minute", dimensions });
const find = (entries: readonly PriceEntry[], dimensions: Readonly<Record<string, string>>, on = "2025-05-01") =>
  findPrice(priceList(entries, "USD"), row(dimensions), date(on));

/** Straight from formats.md section 1, without an index. */
function naive(
  entries: readonly PriceEntry[],
  { product, unit, dimensions }: PricedRow,
  on: CalendarDate,
): PriceEntry | "ambiguous" | undefined {
  const fitting = entries
    .filter((one) => one.product === product && one.unit === unit)
    .filter(({ from }) => from === undefined || from <= on)
    .filter(({ match }) => Object.entries(match).every(([key, value]) => dimensions[key] === value));
  const most = Math.max(...fitting.map(({ match }) => Object.keys(match).length));
  const best = fitting.filter(({ match }) => Object.keys(match).length === most);
  const keys = new Set(best.map(({ match }) => JSON.stringify(Object.entries(match).sort())));
  if (keys.size > 1) return "ambiguous";
  const latest = best.toSorted((one, other) => compareText(other.from ?? "", one.from ?? ""));
  return latest[1] !== undefined && latest[0]?.from === latest[1].from ? "ambiguous" : latest[0];
}

const dimension = fc.constantFrom("x", "y");
const someDimensions = fc.record({ a: dimension, b: dimension, c: dimension }, { requiredKeys: [] });
const someEntry = fc.record({
  product: fc.constantFrom("p", "q"),
  unit: fc.constantFrom("minute", "call"),
  match: someDimensions,
  from: fc.option(fc.constantFrom("2025-04-01", "2025-05-01", "2025-05-02").map(date), { nil: undefined }),
  price: fc.nat(9).map(decimal),
});

describe("finding a price", () => {
  test("an indexed look-up agrees with one that tries every entry, on any book", () => {
    fc.assert(
      fc.property(
        fc.array(someEntry, { maxLength: 12 }),
        someDimensions,
        fc.constantFrom("p", "q"),
        (given, dimensions, product) => {
          const entries = given.map(
            ({ from, ...rest }): PriceEntry => ({ ...rest, ...(from !== undefined && { from }) }),
          );
          const wanted = { product, unit: "minute", dimensions };
          const found = findPrice(priceList(entries, "USD"), wanted, date("2025-05-01"));
          expect(found.ok ? found.value : "ambiguous").toBe(naive(entries, wanted, date("2025-05-01")));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("the entry that names most dimensions wins, whatever came first", () => {
    const entries = [entry({}), entry({ country: "US" }), entry({ numberType: "toll-free", country: "US" })];
    const found = find(entries, { country: "US", numberType: "toll-free", extra: "1" });
    expect(found.ok && found.value).toBe(entries[2]);
  });

  test("an entry begins on its first day", () => {
    const [old, next] = [entry({}, "2025-01-01"), entry({}, "2025-05-01")];
    expect(find([old, next], {}, "2025-04-30")).toMatchObject({ value: old });
    expect(find([old, next], {}, "2025-05-01")).toMatchObject({ value: next });
    expect(find([next], {}, "2025-04-30")).toMatchObject({ ok: true, value: undefined });
  });

  test("two different matches that fit equally well are an error that names both", () => {
    const found = find([entry({ country: "US" }), entry({ numberType: "local" })], {
      country: "US",
      numberType: "local",
    });
    expect(found).toMatchObject({ ok: false, issues: [{ code: "schema.price-ambiguous", found: "US = local" }] });
  });

  test("a tie below a better fit is no error", () => {
    const best = entry({ country: "US", numberType: "local" });
    expect(
      find([entry({ country: "US" }), entry({ numberType: "local" }), best], { country: "US", numberType: "local" }),
    ).toMatchObject({ ok: true, value: best });
  });

  test("a dimension named like an object's own method is a dimension like any other", () => {
    expect(find([entry({ toString: "x" })], {})).toMatchObject({ ok: true, value: undefined });
  });
});

describe("the successor of an entry", () => {
  const first = entry({ country: "US" }, "2025-01-01");
  const on = (from: string) => [entry({ country: "US" }, from), entry({ country: "GB" }, "2025-05-10")];

  test.each([
    ["2025-05-01", false],
    ["2025-05-02", true],
    ["2025-05-31", true],
    ["2025-06-01", false],
  ])("from %s: after the first day and inside the month is %s", (from, succeeds) => {
    const [next, other] = on(from);
    const list = priceList([first, ...(next && other ? [next, other] : [])], "USD");
    expect(successor(list, first, month("2025-05"))).toBe(succeeds ? next : undefined);
  });

  test("of two the earlier one comes next", () => {
    const [early, late] = [entry({ country: "US" }, "2025-05-05"), entry({ country: "US" }, "2025-05-20")];
    expect(successor(priceList([late, first, early], "USD"), first, month("2025-05"))).toBe(early);
  });
});
