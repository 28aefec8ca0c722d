import { describe, expect, test } from "vitest";
import { adjustmentsBetween } from "./adjustments-between.ts";
import type { Amount, Charge, Invoice } from "./invoice.ts";

const charge = (id: string, low: string, high: string | null = low, currency = "USD") =>
  ({ id, currency, amount: { low, high } satisfies Amount }) as Charge;
const invoice = (...charges: readonly Charge[]) => ({ month: "2025-05", charges }) as unknown as Invoice;

describe("the difference of two ratings", () => {
  test("is new minus old, where both are certain, and names the charge after its month", () => {
    const before = invoice(charge("usage/sms-outbound/US/local", "3.02"));
    const now = invoice(charge("usage/sms-outbound/US/local", "2.00"));
    expect(adjustmentsBetween(before, now)).toEqual({
      adjustments: [{ corrects: "2025-05/usage/sms-outbound/US/local", currency: "USD", amount: "-1.02" }],
      unsettled: [],
    });
  });

  test("a line that is missing counts as 0, before or after", () => {
    const one = invoice(charge("usage/a", "1.00"));
    const other = invoice(charge("usage/b", "15", "15", "JPY"));
    expect(adjustmentsBetween(one, other).adjustments).toEqual([
      { corrects: "2025-05/usage/a", currency: "USD", amount: "-1.00" },
      { corrects: "2025-05/usage/b", currency: "JPY", amount: "15" },
    ]);
  });

  test("a line that is a range in either rating is shown and not adjusted", () => {
    const before = invoice(charge("overage/x", "0.00", "5.00"), charge("overage/y", "0.00", null));
    const now = invoice(charge("overage/x", "4.00"), charge("overage/y", "0.00", "1.00"));
    expect(adjustmentsBetween(before, now)).toEqual({
      adjustments: [],
      unsettled: [
        {
          charge: "overage/x",
          currency: "USD",
          old: { low: "0.00", high: "5.00" },
          new: { low: "4.00", high: "4.00" },
        },
        { charge: "overage/y", currency: "USD", old: { low: "0.00", high: null }, new: { low: "0.00", high: "1.00" } },
      ],
    });
  });

  test("a range that moves at one end alone is shown, and so is each by charge and currency", () => {
    const before = invoice(charge("overage/y", "0.00", "5.00"), charge("overage/x", "0.00", "5.00", "USD"));
    const now = invoice(charge("overage/y", "1.00", "5.00"), charge("overage/x", "0.00", "6.00", "USD"));
    expect(adjustmentsBetween(before, now).unsettled.map((each) => each.charge)).toEqual(["overage/x", "overage/y"]);
  });

  test("one id in two currencies is two charges", () => {
    const before = invoice(charge("third-party/f/Meta", "1.00"), charge("third-party/f/Meta", "2.00", "2.00", "EUR"));
    const now = invoice(charge("third-party/f/Meta", "1.00"), charge("third-party/f/Meta", "2.50", "2.50", "EUR"));
    expect(adjustmentsBetween(before, now).adjustments).toEqual([
      { corrects: "2025-05/third-party/f/Meta", currency: "EUR", amount: "0.50" },
    ]);
  });

  test("of a rating and itself is nothing, and of a missing line and a free one too", () => {
    const one = invoice(charge("usage/a", "1.00"), charge("overage/x", "0.00", null));
    expect(adjustmentsBetween(one, one)).toEqual({ adjustments: [], unsettled: [] });
    expect(adjustmentsBetween(invoice(), invoice(charge("included/a", "0.00"))).adjustments).toEqual([]);
  });
});
