import { date, decimal, type Exact, formatExact, fraction, multiply, sum, zero } from "@flexbill/kernel";
import type { PriceEntry } from "@flexbill/products";
import { describe, expect, test } from "vitest";
import { priceBands } from "./price-bands.ts";

const base = { product: "flex-conversations", unit: "user", match: {} };

/** The list price of conversations, with 200 free and no price beyond 20,000 (domain.md 5.3). */
const conversations: PriceEntry = {
  ...base,
  free: decimal(200),
  tiers: [
    { upTo: decimal(5000), price: decimal("0.05") },
    { upTo: decimal(10_000), price: decimal("0.0475") },
    { upTo: decimal(20_000), price: decimal("0.045") },
  ],
};

function priced(entry: PriceEntry, quantity: Exact, { from = zero as Exact, freeUnits = true } = {}) {
  const { bands, unpriced } = priceBands(entry, { from, quantity, freeUnits });
  const amount = sum(bands.map((band) => multiply(subtractEnds(band), band.price)));
  return { amount: formatExact(amount), unpriced: formatExact(unpriced) };
}

const subtractEnds = ({ start, end }: { start: Exact; end: Exact }) => sum([end, multiply(start, decimal(-1))]);

describe("price bands", () => {
  test("free units move no other unit: 4,800 at 0.05, 5,000 at 0.0475, 2,000 at 0.045", () => {
    expect(priced(conversations, decimal(12_000))).toEqual({ amount: "567.5", unpriced: "0" });
  });

  test("a tier takes the unit at its own upTo, and the next one is the next tier's", () => {
    expect(priced(conversations, decimal(5000)).amount).toBe("240");
    expect(priced(conversations, decimal(5001)).amount).toBe("240.0475");
  });

  test("a fraction of a unit is priced in its part, on both sides of a tier's edge", () => {
    const start = { from: decimal("4999.5"), freeUnits: false };
    expect(priced(conversations, decimal(1), start).amount).toBe("0.04875");
    expect(priced({ ...base, price: decimal(3) }, fraction(1, 9)).amount).toBe("1/3");
  });

  test("units beyond the last upTo have no price, even those that are free", () => {
    expect(priced(conversations, decimal(20_001))).toEqual({ amount: "927.5", unpriced: "1" });
    const short = { ...base, free: decimal(30), tiers: [{ upTo: decimal(10), price: decimal(1) }] };
    expect(priced(short, decimal(25))).toEqual({ amount: "0", unpriced: "15" });
  });

  test("a stretch that begins beyond the last tier has no price at all", () => {
    expect(priced(conversations, decimal(5), { from: decimal(30_000) })).toEqual({ amount: "0", unpriced: "5" });
  });

  test("without free units the first tier begins at position 0", () => {
    expect(priced(conversations, decimal(200), { freeUnits: false }).amount).toBe("10");
    expect(priced(conversations, decimal(200)).amount).toBe("0");
  });

  test("free positions count absolutely, wherever the stretch begins", () => {
    expect(priced({ ...base, price: decimal(1), free: decimal(4) }, decimal(10), { from: decimal(3) }).amount).toBe(
      "9",
    );
    expect(priced({ ...base, price: decimal(1), free: decimal(4) }, decimal(10), { from: decimal(4) }).amount).toBe(
      "10",
    );
  });

  test("a last tier without an end takes all that follow", () => {
    const entry = {
      ...base,
      tiers: [{ upTo: decimal(500_000), price: decimal("0.013") }, { price: decimal("0.008") }],
    };
    expect(priced(entry, decimal(501_000)).amount).toBe("6508");
  });

  test("nothing used, no band", () => {
    const entry: PriceEntry = { ...base, price: decimal(1), from: date("2025-05-01") };
    expect(priceBands(entry, { from: zero, quantity: zero, freeUnits: true })).toEqual({ bands: [], unpriced: zero });
  });
});
