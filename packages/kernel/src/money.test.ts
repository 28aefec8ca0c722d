import { expect, expectTypeOf, test } from "vitest";
import { decimals } from "../test/arbitraries.ts";
import { associates, commutes, undoes } from "../test/laws.ts";
import {
  addMoney,
  compareMoney,
  type Decimal,
  decimal,
  formatMoney,
  fraction,
  type Money,
  money,
  negateMoney,
  roundMoney,
  subtractMoney,
} from "./index.ts";

const dollars = decimals.map((amount) => money(amount, "USD"));

test("money of one currency adds as its amounts do", () => {
  commutes(dollars, addMoney<"USD">);
  associates(dollars, addMoney<"USD">);
  undoes(dollars, addMoney<"USD">, subtractMoney<"USD">);
});

test("two currencies do not run together", () => {
  const dollar: Money = money(decimal(1), "USD");
  const euro: Money = money(decimal(1), "EUR");
  for (const mix of [addMoney, subtractMoney, compareMoney])
    expect(() => mix(dollar, euro)).toThrow(expect.objectContaining({ name: "AssertionError" }));
});

test("two currencies do not compile together", () => {
  const dollar = money(decimal(1), "USD");
  const euro = money(decimal(1), "EUR");
  expectTypeOf(dollar).toEqualTypeOf<Money<"USD">>();
  expectTypeOf(addMoney(dollar, dollar)).toEqualTypeOf<Money<"USD">>();
  // @ts-expect-error euros are not dollars
  expect(() => addMoney(dollar, euro)).toThrow("never mixed");
  // @ts-expect-error euros are not dollars
  expect(() => subtractMoney(dollar, euro)).toThrow("never mixed");
  // @ts-expect-error euros are not dollars
  expect(() => compareMoney(dollar, euro)).toThrow("never mixed");
  expectTypeOf<{ coefficient: number; scale: number }>().not.toExtend<Decimal>();
});

test("money rounds once, to its currency's smallest unit", () => {
  expect(roundMoney(fraction(2, 3), "USD", "half-up")).toEqual(money(decimal("0.67"), "USD"));
  expect(formatMoney(roundMoney(decimal("0.5"), "JPY", "half-up"))).toBe("1");
  expect(formatMoney(roundMoney(decimal("0.0005"), "BHD", "half-up"))).toBe("0.001");
  expect(formatMoney(negateMoney(money(decimal("0.00"), "USD")))).toBe("0.00");
  expect(formatMoney(money(decimal("0.0001"), "USD"))).toBe("0.0001");
});

test("money compares by amount", () => {
  expect(compareMoney(money(decimal("1.00"), "USD"), money(decimal(1), "USD"))).toBe(0);
  expect(compareMoney(money(decimal(2), "USD"), money(decimal(1), "USD"))).toBe(1);
});

test("a currency that is none makes no money", () => {
  expect(() => money(decimal(1), "usd")).toThrow('Not a currency: "usd"');
  expect(() => roundMoney(decimal(1), "__proto__", "up")).toThrow("Not a currency");
});
