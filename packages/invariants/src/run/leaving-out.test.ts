import { describe, expect, test } from "vitest";
import { faults } from "../faults/index.ts";
import { laws } from "../laws/index.ts";
import type { RatingRequest } from "../request.ts";
import { withoutOneThing } from "./leaving-out.ts";
import { runLaw } from "./run-law.ts";

const entry = (product: string) => ({ product, unit: "piece", price: "1" });
const month: RatingRequest = {
  contract: {
    account: "AC00000000000000000000000000000001",
    currency: "USD",
    plan: [{ model: "user-plus-usage" }],
    tax: [{ name: "VAT", percent: "0.1" }],
    prices: { book: "b", overrides: [entry("c"), entry("d")] },
  },
  events: [],
  month: "2025-05",
  priceBook: [entry("a"), entry("b"), entry("c")],
};

describe("a month without one thing", () => {
  test("is without a part of its contract, an entry of a list, or all of a list but its first", () => {
    const left = [...withoutOneThing(month)];
    expect(left).toContainEqual({ ...month, priceBook: [entry("a")] });
    expect(left).toContainEqual({ ...month, priceBook: [entry("a"), entry("c")] });
    expect(left).toContainEqual({
      ...month,
      contract: { ...month.contract, prices: { book: "b", overrides: [entry("d")] } },
    });
    const { tax: _, ...contract } = month.contract;
    expect(left).toContainEqual({ ...month, contract });
    for (const less of left) expect(JSON.stringify(less).length).toBeLessThan(JSON.stringify(month).length);
  });

  test("ends: there is no endless month", () => {
    let [least, steps] = [month, 0];
    for (let next = withoutOneThing(least).next(); !next.done; next = withoutOneThing(least).next()) {
      least = next.value;
      steps += 1;
    }
    expect(steps).toBeLessThan(20);
    expect(least.priceBook).toEqual([entry("a")]);
  });
});

test("a failure of a whole month shows no price and no part of the contract that it does not need", async () => {
  const law = laws.find(({ id }) => id === "conservation.totals");
  const fault = faults.find(({ id }) => id === "totals.without-fees");
  if (law === undefined || fault === undefined) throw new Error("both are there");
  const run = await runLaw(law, { name: "faulty", rate: fault.rate }, { runs: 60, seed: 46 });
  const given = run.outcome === "failed" ? (run.failure.exhibit.given as RatingRequest) : month;
  expect(given.events.length).toBeLessThanOrEqual(2);
  expect(given.priceBook?.length).toBeLessThanOrEqual(2);
  expect(given.contract).not.toHaveProperty("allowances");
});
