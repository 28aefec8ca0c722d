import { date } from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changelogReviewDue } from "./changelog-review.ts";
import { addDays, addMonths } from "./days.ts";
import { insightsDeletion } from "./insights-deletion.ts";
import { supportWording } from "./support-wording.ts";

describe("T-49: Flex Insights data", () => {
  test.each([
    ["2025-08-31", "2026-02-28"],
    ["2023-08-31", "2024-02-29"],
    ["2025-03-31", "2025-09-30"],
    ["2025-01-15", "2025-07-15"],
  ])("G-14: last used %s, the data may go from %s", (used, from) => {
    const facts = { insightsLastUsed: date(used) };
    expect(insightsDeletion(facts, date(from))).toMatchObject({ verdict: "yes", date: from });
    expect(insightsDeletion(facts, addDays(date(from), -1)).verdict).toBe("no");
  });

  test("warnings come 90, 60, 30 and 7 days before", () => {
    const { warnings } = insightsDeletion({ insightsLastUsed: date("2025-08-31") }, date("2026-01-29"));
    expect(warnings).toEqual([
      { daysBefore: 90, on: "2025-11-30", due: true },
      { daysBefore: 60, on: "2025-12-30", due: true },
      { daysBefore: 30, on: "2026-01-29", due: true },
      { daysBefore: 7, on: "2026-02-21", due: false },
    ]);
  });

  test("never used counts from activation, and use puts it back", () => {
    const insightsActivated = date("2025-01-01");
    expect(insightsDeletion({ insightsActivated }, date("2025-07-01")).verdict).toBe("yes");
    expect(
      insightsDeletion({ insightsActivated, insightsLastUsed: date("2025-06-01") }, date("2025-07-01")).verdict,
    ).toBe("no");
  });

  test("an unknown last use is unknown", () => {
    expect(insightsDeletion({}, date("2025-07-01"))).toMatchObject({ verdict: "unknown", warnings: [] });
  });
});

describe("T-54: the change log", () => {
  test("it falls due after thirty days, or after the contract's own interval", () => {
    const changelogReviewed = date("2025-05-01");
    expect(changelogReviewDue({ changelogReviewed }, date("2025-05-30"))).toMatchObject({
      verdict: "no",
      date: "2025-05-31",
    });
    expect(changelogReviewDue({ changelogReviewed }, date("2025-05-31")).verdict).toBe("yes");
    expect(changelogReviewDue({ changelogReviewed, changelogReviewDays: 7 }, date("2025-05-08"))).toMatchObject({
      verdict: "yes",
      date: "2025-05-08",
    });
  });

  test("never read, as far as is known, is unknown", () => {
    expect(changelogReviewDue({}, date("2025-05-01")).verdict).toBe("unknown");
  });
});

describe("T-57: the name of support reviews", () => {
  test("it changes on 1 April 2025, for the Personalized plan alone", () => {
    expect(supportWording("personalized", date("2025-03-31"))?.en).toBe("quarterly status review");
    expect(supportWording("Personalised ", date("2025-04-01"))?.en).toBe("periodic account review");
    expect(supportWording("production", date("2025-04-01"))).toBeUndefined();
  });
});

describe("day arithmetic", () => {
  const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(date("1970-01-01"), days));

  test("days add up and come back", () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: -500, max: 500 }),
        (day, one, other) => {
          expect(addDays(addDays(day, one), other)).toBe(addDays(day, one + other));
        },
      ),
    );
  });

  test("months keep the day, or take the last one of a shorter month", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 30 }), (day, months) => {
        const then = addMonths(day, months);
        const clamped = addDays(then, 1).endsWith("-01");
        expect(then.slice(-2) === day.slice(-2) || (clamped && then.slice(-2) < day.slice(-2))).toBe(true);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(then) - index(day)).toBe(months);
      }),
    );
  });
});
