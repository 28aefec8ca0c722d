import { describe, expect, test } from "vitest";
import { lines, present, used } from "../test/small-months.ts";

const free = (freeHours: string, more: object = {}) => ({
  plan: [{ model: "active-user-hour", price: "2", freeHours, ...more }],
});

describe("free hours", () => {
  test("take off what the licence charges for as many hours, and never more than there were", () => {
    const events = [present("WKa", 4)];
    expect(lines({ contract: free("3"), events })).toEqual([
      "license/flex-active-user-hour 4 = 8.00",
      "credit/flex-active-user-hour -3 = -6.00",
    ]);
    expect(lines({ contract: free("30"), events }).at(1)).toBe("credit/flex-active-user-hour -4 = -8.00");
  });

  test("are used up by earlier months that the same entry billed, whole months only", () => {
    const events = [present("WKa", 5, "2025-04-10"), present("WKa", 4)];
    expect(lines({ contract: free("6"), events }).at(1)).toBe("credit/flex-active-user-hour -1 = -2.00");
    expect(lines({ contract: free("5"), events })).toHaveLength(1);
    expect(lines({ contract: free("6", { from: "2025-04-02" }), events }).at(1)).toBe(
      "credit/flex-active-user-hour -4 = -8.00",
    );
  });

  test("cover presence alone: hours of a usage event are paid", () => {
    const events = [present("WKa", 1), used("flex-active-user-hour", "hour", "5")];
    expect(lines({ contract: free("10"), events }).at(1)).toBe("credit/flex-active-user-hour -1 = -2.00");
  });

  test("are worth what the first hours of the month cost, free units of the entry included", () => {
    const entry = {
      product: "flex-active-user-hour",
      unit: "hour",
      free: "1",
      tiers: [{ upTo: "2", price: "10" }, { price: "1" }],
    };
    const contract = { plan: [{ model: "active-user-hour", freeHours: "3" }] };
    expect(lines({ contract, events: [present("WKa", 5)], priceBook: [entry] })).toEqual([
      "license/flex-active-user-hour 5 = 13.00",
      "credit/flex-active-user-hour -3 = -11.00",
    ]);
    expect(lines({ contract, events: [present("WKa", 5)] })).toEqual(["license/flex-active-user-hour 5 = 0.00..?"]);
  });

  test("give nothing under another plan, and nothing where none are left or used", () => {
    expect(lines({ contract: free("0"), events: [present("WKa", 1)] })).toHaveLength(1);
    expect(lines({ contract: free("5") })).toHaveLength(1);
  });
});
