import { decimal, equals, formatDecimal, formatExact, fraction, month } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { emailSla } from "./email-sla.ts";
import { contractOf } from "./testing/contract.ts";

const june = month("2025-06");
const deliverability = (from: string, until?: string) =>
  contractOf({ facts: { emailPackages: [{ package: "email-deliverability", from, ...(until && { until }) }] } }).facts;
const none = { emailPackages: [] };

describe("T-56: email availability", () => {
  test("G-15: ten minutes in a month of thirty days pass 99.95 % and fail 99.99 %", () => {
    const plain = emailSla(none, june, decimal(10));
    expect(equals(plain.availability, fraction(4319, 4320))).toBe(true);
    expect(plain.met.verdict).toBe("yes");
    expect(plain).not.toHaveProperty("credit");
    expect(emailSla(deliverability("2025-06-01"), june, decimal(10)).met.verdict).toBe("no");
  });

  test("the minutes that may fail are 21.6 and 4.32 of thirty days", () => {
    const allowed = (facts: typeof none | ReturnType<typeof deliverability>) => {
      const minutes = emailSla(facts, june, decimal(0)).allowedMinutes;
      return minutes && formatDecimal(minutes);
    };
    expect(allowed(none)).toBe("21.6");
    expect(allowed(deliverability("2025-06-01"))).toBe("4.32");
  });

  test("exactly the allowed minutes meet the threshold, and a hair more misses it", () => {
    expect(emailSla(none, june, fraction(216, 10)).met.verdict).toBe("yes");
    expect(emailSla(none, june, fraction(216_000_001, 10_000_000)).met.verdict).toBe("no");
  });

  test("a missed threshold lets ask for a credit, by an older text", () => {
    const { credit } = emailSla(none, june, decimal(22));
    expect(credit && formatDecimal(credit.percent)).toBe("0.1");
    expect(credit).toMatchObject({ requestWithinDays: 30, grade: "C" });
  });

  test.each([
    ["2025-06-30", undefined, "yes"],
    ["2025-07-01", undefined, "no"],
    ["2025-01-01", "2025-06-01", "no"],
    ["2025-01-01", "2025-06-02", "yes"],
  ])("a package from %s until %s raises June: %s", (from, until, verdict) => {
    expect(emailSla(deliverability(from, until), june, decimal(0)).raised.verdict).toBe(verdict);
  });

  test("unknown packages are unknown only where the two thresholds disagree", () => {
    expect(emailSla({}, june, decimal(1)).met.verdict).toBe("yes");
    expect(emailSla({}, june, decimal(10)).met.verdict).toBe("unknown");
    expect(emailSla({}, june, decimal(30)).met.verdict).toBe("no");
    expect(emailSla({}, june, decimal(10))).not.toHaveProperty("threshold");
  });

  test("no more than the whole month can fail, and no less than nothing", () => {
    expect(formatExact(emailSla(none, june, decimal(1_000_000)).availability)).toBe("0");
    expect(formatExact(emailSla(none, june, decimal(-5)).availability)).toBe("1");
  });
});
