import { date, instant, month } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowanceInForce, inForce, logoutActivityAt, planInForce, taxesInForce } from "./in-force.ts";
import { contractOf } from "./testing/contract.ts";

describe("the entry in force", () => {
  test("is the last to begin of those that have begun, in any order of the list", () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, fc.boolean(), fc.integer({ min: 1, max: 28 }), (starts, always, on) => {
        const day = (number: number) => date(`2025-05-${String(number).padStart(2, "0")}`);
        const entries = [...starts.map((start) => ({ from: day(start) })), ...(always ? [{}] : [])];
        const begun = starts.filter((start) => start <= on);
        const expected = begun.length > 0 ? day(Math.max(...begun)) : undefined;
        const found = inForce<{ from?: ReturnType<typeof day> }>(entries, day(on));
        expect(found?.from).toBe(expected);
        expect(found === undefined).toBe(begun.length === 0 && !always);
      }),
    );
  });

  test("the plan of a month is the one of its first day", () => {
    const dated = contractOf({
      plan: [
        { model: "named-user", from: "2025-05-02" },
        { model: "active-user-hour", from: "2025-05-01" },
      ],
    });
    expect(planInForce(dated, month("2025-04"))).toBeUndefined();
    expect(planInForce(dated, month("2025-05"))?.model).toBe("active-user-hour");
    expect(planInForce(dated, month("2025-06"))?.model).toBe("named-user");
  });

  test("an allowance is the product's own, and unknown where none has begun", () => {
    const dated = contractOf({
      allowances: [
        { product: "taskrouter", quantity: "1", per: "user-month", from: "2025-05-01" },
        { product: "studio", quantity: "2", per: "user-month" },
      ],
    });
    expect(allowanceInForce(dated, "taskrouter", month("2025-04"))).toBeUndefined();
    expect(allowanceInForce(dated, "taskrouter", month("2025-05"))?.product).toBe("taskrouter");
    expect(allowanceInForce(dated, "studio", month("2000-01"))?.product).toBe("studio");
  });

  test("taxes are one a name", () => {
    const dated = contractOf({
      tax: [
        { name: "VAT", percent: "0.1" },
        { name: "telecom", percent: "0.05", from: "2025-06-01" },
        { name: "VAT", percent: "0.2", from: "2025-05-01" },
      ],
    });
    expect(taxesInForce(dated, month("2025-05"))).toEqual([dated.tax[2]]);
    expect(taxesInForce(dated, month("2025-06"))).toEqual([dated.tax[2], dated.tax[1]]);
  });

  test("before the first Logout Activity nothing is exempt, and each counts from its very instant", () => {
    const dated = contractOf({
      logoutActivity: [
        { activity: "WA2", from: "2025-05-15T09:00:00+09:00" },
        { activity: "WA1", from: "2025-05-01T00:00:00Z" },
      ],
    });
    expect(logoutActivityAt(dated, instant("2025-04-30T23:59:59.999Z"))).toBeUndefined();
    expect(logoutActivityAt(dated, instant("2025-05-14T23:59:59Z"))).toBe("WA1");
    expect(logoutActivityAt(dated, instant("2025-05-15T00:00:00Z"))).toBe("WA2");
  });
});
