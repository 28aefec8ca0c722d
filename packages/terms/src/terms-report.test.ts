import { date, instant } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { clauses } from "./clause.ts";
import { termsReport } from "./terms-report.ts";
import { contractOf } from "./testing/contract.ts";

const opened = "2023-01-10T00:00:00Z";
const used = { lastUsed: instant("2025-05-02T00:00:00Z") };
const boundIn = (members: object, asOf = "2025-05-10", observed: object = used) => {
  const { rows } = termsReport(contractOf({ opened, ...members }), date(asOf), observed);
  return Object.fromEntries(rows.map(({ clause, bound }) => [clause.id, bound]));
};

describe("the terms of an account", () => {
  test("every clause has a row, with what it rests on", () => {
    const { rows } = termsReport(contractOf(), date("2025-05-10"));
    expect(rows.map(({ clause }) => clause)).toEqual([...clauses]);
    expect(rows.every(({ because }) => because.length > 0)).toBe(true);
  });

  test("each plan is bound by its own licence clause and, on a fair-usage plan, by the policy", () => {
    const under = (model: string) => {
      const bound = boundIn({ plan: [{ model }] });
      return ["T-07", "T-09", "T-27", "T-43"].map((id) => bound[id]);
    };
    expect(under("active-user-hour")).toEqual(["yes", "no", "yes", "yes"]);
    expect(under("named-user")).toEqual(["no", "yes", "yes", "yes"]);
    expect(under("user-plus-usage")).toEqual(["no", "no", "no", "no"]);
    expect(boundIn({})["T-27"]).toBe("unknown");
  });

  test("before 1 April 2025 only the notice itself can concern the account", () => {
    const bound = boundIn({ plan: [{ model: "named-user" }] }, "2025-03-31");
    expect(Object.entries(bound).filter(([, verdict]) => verdict !== "no")).toEqual([["T-01", "yes"]]);
  });

  test("an account of which nothing is known is bound by the date alone", () => {
    const known = Object.entries(boundIn({}, "2025-05-10", {})).filter(([, verdict]) => verdict === "yes");
    expect(known.map(([id]) => id)).toEqual(["T-01", "T-02"]);
  });

  test("a negotiated contract leaves the online terms out", () => {
    expect(boundIn({ facts: { negotiatedContract: true } })["T-53"]).toBe("no");
    expect(boundIn({})["T-53"]).toBe("yes");
  });

  test("T-04, T-49, T-50, T-56 and T-57 each ask for their own fact", () => {
    const ids = ["T-04", "T-49", "T-50", "T-56", "T-57"];
    const pick = (members: object) => {
      const bound = boundIn({ plan: [{ model: "named-user" }], ...members });
      return ids.map((id) => bound[id]);
    };
    expect(pick({})).toEqual(["unknown", "unknown", "unknown", "unknown", "unknown"]);
    expect(
      pick({
        facts: {
          negotiatedDpa: false,
          insightsLastUsed: "2025-01-01",
          starterCode: { template: "MIT" },
          emailPackages: [{ package: "email-expert-as-a-service", from: "2025-05-31" }],
        },
        support: { plan: "personalized", percent: "0.1" },
      }),
    ).toEqual(["yes", "yes", "yes", "yes", "yes"]);
    expect(
      pick({
        facts: { negotiatedDpa: true, dpaChangesByNotice: false, starterCode: {}, emailPackages: [] },
        support: { plan: "personalized", percent: "0.1", from: "2025-05-11" },
      }),
    ).toEqual(["no", "unknown", "no", "no", "no"]);
  });

  test("Insights data is the policy's matter only on a fair-usage plan", () => {
    expect(boundIn({ plan: [{ model: "user-plus-usage" }], facts: { insightsLastUsed: "2025-01-01" } })["T-49"]).toBe(
      "no",
    );
  });

  test("the report carries the notice's answer and the edition of the day", () => {
    const report = termsReport(contractOf({ opened }), date("2025-03-01"));
    expect(report).toMatchObject({
      asOf: "2025-03-01",
      edition: { id: "before-2025-04-01" },
      noticeApplies: { chosen: { verdict: "yes" } },
    });
  });
});
