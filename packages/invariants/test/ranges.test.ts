import { expect, test } from "vitest";
import { linesOf, notAbove, sumOfLines } from "../src/answers/lines.ts";
import { months } from "../src/laws/months.ts";
import { plainRate } from "../src/plain-rater/plain-rate.ts";
import type { RatingRequest } from "../src/request.ts";
import { drawCases } from "../src/run/draw.ts";

const rate = (request: RatingRequest) => plainRate(request, new Map());
const withoutAllowances = (month: RatingRequest) => ({ ...month, contract: { ...month.contract, allowances: [] } });

/** Products of which the ordinary lines of the month as it is are not inside those told without any allowance. */
function outside(month: RatingRequest): readonly string[] {
  const [told, truth] = [rate(withoutAllowances(month)), rate(month)];
  const excess = linesOf(truth, ({ kind }) => kind === "overage");
  return [...Map.groupBy(excess, ({ product, currency }) => `${product} ${currency}`)].flatMap(([name, lines]) => {
    const ofProduct = linesOf(
      told,
      ({ kind, product, currency }) => kind === "overage" && `${product} ${currency}` === name,
    );
    const [range, real] = [sumOfLines(ofProduct), sumOfLines(lines)];
    const wrong = [...notAbove("low", range.low, real.low), ...notAbove("high", real.high, range.high)];
    const ofNobody = lines.some(({ rate: line }) => line === "unattributed");
    return wrong.length === 0 ? [] : [ofNobody ? `nobody: ${name}` : name];
  });
}

test("over whole months, what a known allowance leaves to pay lies in the range told without it", () => {
  const cases = drawCases({ given: months } as Parameters<typeof drawCases<RatingRequest>>[0], {
    seed: 5,
    runs: 250,
  });
  const found = cases.flatMap(outside);
  expect(found.filter((name) => !name.startsWith("nobody: "))).toEqual([]);
});

/** The dear units come first, so usage that is priced apart from position 0 is dearer than as a part of all usage. */
const falling: RatingRequest = {
  contract: {
    account: "customer-1",
    currency: "USD",
    plan: [{ model: "named-user", price: "0" }],
    allowances: [{ product: "functions", quantity: "0", per: "user-month", provenance: "contract" }],
  },
  priceBook: [{ product: "functions", unit: "invocation", tiers: [{ upTo: "1", price: "1" }, { price: "0.1" }] }],
  month: "2025-05",
  events: ["person-a", null].map((user, index) => ({
    specversion: "1.0",
    id: `e${index}`,
    source: "/drawn",
    subject: "customer-1",
    type: "dev.flexbill.usage",
    data: {
      product: "functions",
      unit: "invocation",
      user,
      quantity: "1",
      at: "2025-05-10T12:00:00Z",
      dimensions: {},
      useCase: "contact-center",
    },
  })),
};

test("usage of nobody under falling tiers may come to more: it is priced from the first tier on by itself", () => {
  const highOf = (month: RatingRequest) => sumOfLines(linesOf(rate(month), ({ kind }) => kind === "overage")).high;
  expect(outside(falling)).toEqual(["nobody: functions USD"]);
  expect(highOf(withoutAllowances(falling))).toEqual({ top: 11n, bottom: 10n });
  expect(highOf(falling)).toEqual({ top: 2n, bottom: 1n });
});
