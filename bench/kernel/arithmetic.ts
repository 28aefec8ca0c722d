import {
  add,
  addMoney,
  type Decimal,
  decimal,
  formatDecimal,
  formatMoney,
  money,
  multiply,
  multiplyColumns,
  round,
  roundColumn,
  roundMoney,
  sumColumn,
  toColumn,
} from "@flexbill/kernel";
import { Decimal as Other } from "decimal.js";
import type { Task } from "../suite.ts";

const operations = 200_000;

/** Quantities such as "127.25" and prices such as "0.0085", the same on every run. */
const quantities = Array.from({ length: operations }, (_, index) => `${(index * 7919) % 5000}.${(index * 31) % 100}`);
const prices = Array.from({ length: operations }, (_, index) => `0.0${100 + ((index * 104_729) % 900)}`);

const ours = { quantities: quantities.map((text) => decimal(text)), prices: prices.map((text) => decimal(text)) };
const theirs = { quantities: quantities.map((text) => new Other(text)), prices: prices.map((text) => new Other(text)) };
const columns = { quantities: toColumn(ours.quantities), prices: toColumn(ours.prices) };

function withDecimalJs(): string {
  let total = new Other(0);
  for (let index = 0; index < operations; index += 1) {
    const amount = (theirs.quantities[index] as Other).times(theirs.prices[index] as Other);
    total = total.plus(amount.toDecimalPlaces(2));
  }
  return total.toFixed(2);
}

function withColumns(): string {
  const amounts = roundColumn(multiplyColumns(columns.quantities, columns.prices), 2, "half-up");
  return formatDecimal(sumColumn(amounts), { places: 2 });
}

function withDecimals(): string {
  let total = decimal(0);
  for (let index = 0; index < operations; index += 1) {
    const amount = multiply(ours.quantities[index] as Decimal, ours.prices[index] as Decimal);
    total = add(total, round(amount, 2, "half-up"));
  }
  return formatDecimal(total, { places: 2 });
}

function withMoney(): string {
  let total = money(decimal(0), "USD");
  for (let index = 0; index < operations; index += 1) {
    const amount = multiply(ours.quantities[index] as Decimal, ours.prices[index] as Decimal);
    total = addMoney(total, roundMoney(amount, "USD", "half-up"));
  }
  return formatMoney(total);
}

/** 200,000 × multiply, round to cents, sum. */
export const multiplyRoundSum: Task = {
  name: "multiply, round, sum",
  operations,
  baseline: { name: "decimal.js", run: withDecimalJs },
  others: [
    { name: "columns", run: withColumns, atLeast: 20 },
    { name: "Decimal", run: withDecimals, atLeast: 6 },
    { name: "Money", run: withMoney, atLeast: 6 },
  ],
};
