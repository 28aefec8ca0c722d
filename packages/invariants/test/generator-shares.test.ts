import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundaryQuantities, boundarySeconds } from "../src/generators/events.ts";
import { billingMonths } from "../src/generators/months.ts";
import { plainMonths } from "../src/generators/plain-months.ts";
import { boundaryPrices } from "../src/generators/prices.ts";
import { boundarySmallQuantities, smallMonths, usages } from "../src/generators/small-months.ts";
import { dataOf } from "../src/laws/rewriting.ts";
import { periodOf, readMoment } from "../src/plain-rater/calendar.ts";
import { minus } from "../src/plain-rater/fraction.ts";
import type { RatingRequest } from "../src/request.ts";

const draws = 600;
const drawn = fc.sample(billingMonths("given"), { numRuns: draws, seed: 21 });
const plain = fc.sample(plainMonths(), { numRuns: draws, seed: 22 });
const small = fc.sample(smallMonths({ happenings: usages({ product: "widgets", unit: "piece" }) }), {
  numRuns: draws,
  seed: 23,
});

const quantitiesOf = (months: readonly RatingRequest[]) =>
  months.flatMap((month) => dataOf(month, "dev.flexbill.usage").map(({ quantity }) => quantity));
const secondsOf = (months: readonly RatingRequest[]) =>
  months.flatMap((month) => [
    ...dataOf(month, "dev.flexbill.call-leg").map(({ seconds }) => seconds),
    ...dataOf(month, "dev.flexbill.recording").map(({ seconds }) => seconds),
  ]);
const pricesOf = (months: readonly RatingRequest[]) =>
  months.flatMap(({ priceBook }) =>
    typeof priceBook === "object"
      ? priceBook.flatMap(({ price, tiers = [] }) => [
          ...(price === undefined ? [] : [price]),
          ...tiers.map((t) => t.price),
        ])
      : [],
  );

/** Seconds after a whole hour of the month; what is drawn on a boundary is near one, or on a sixth of it. */
function pastTheHour(at: string, { contract, month }: RatingRequest): number {
  const since = minus(readMoment(at), periodOf(contract.timeZone ?? "UTC", month).start);
  const { top, bottom } = since;
  const seconds = Number((top * 10_000_000n) / bottom) / 10_000_000;
  return ((seconds % 3600) + 3600) % 3600;
}

function isOnBoundary(at: string, month: RatingRequest): boolean {
  const past = pastTheHour(at, month);
  return [0, 600, 1800, 3600].some((edge) => Math.abs(past - edge) <= 1);
}

const instantsOf = (months: readonly RatingRequest[]) =>
  months.flatMap((month) => dataOf(month, "dev.flexbill.usage").map(({ at }) => isOnBoundary(at, month)));

const share = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length;
const among = (values: readonly string[], boundaries: readonly string[]) =>
  values.map((one) => boundaries.includes(one));

describe("of the values that generated months hold, eight to nine of ten are on a boundary and the rest are wide", () => {
  test.each([
    ["quantities", among(quantitiesOf(drawn), boundaryQuantities)],
    ["quantities of plain goods", among(quantitiesOf(plain), boundaryQuantities)],
    ["quantities of small months", among(quantitiesOf(small), boundarySmallQuantities)],
    ["lengths", among(secondsOf(drawn), boundarySeconds)],
    ["prices", among(pricesOf(drawn), boundaryPrices)],
    ["prices of plain goods", among(pricesOf(plain), boundaryPrices)],
    ["instants", instantsOf(drawn)],
    ["instants of plain goods", instantsOf(plain)],
  ])("%s", (_what, onBoundary) => {
    expect(onBoundary.length).toBeGreaterThan(500);
    expect(share(onBoundary)).toBeGreaterThanOrEqual(0.8);
    expect(share(onBoundary)).toBeLessThanOrEqual(0.9);
  });
});
