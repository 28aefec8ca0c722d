import { describe, expect, test } from "vitest";
import { fee, lines, present, rated, used } from "../test/small-months.ts";

const codes = (small: Parameters<typeof rated>[0]) => rated(small).issues.map(({ code, path }) => `${code} ${path}`);
const lookup = (price: string, from?: string) => ({
  product: "lookup",
  unit: "request",
  price,
  ...(from === undefined ? {} : { from }),
});
const events = [used("lookup", "request", "2")];

describe("the issues of an invoice", () => {
  test("a price that changes inside the month is the first day's, and is told; one of another month is not", () => {
    const changing = { events, priceBook: [lookup("1"), lookup("2", "2025-05-31")] };
    expect(lines(changing).at(-1)).toBe("usage/lookup 2 = 2.00");
    expect(codes(changing)).toEqual(["price.changed-mid-month /charges/1"]);
    expect(codes({ events, priceBook: [lookup("1"), lookup("2", "2025-05-01"), lookup("3", "2025-06-01")] })).toEqual(
      [],
    );
  });

  test("a plan that begins inside the month waits, and is told where it stands", () => {
    const plan = [
      { model: "active-user-hour", price: "1" },
      { model: "named-user", price: "150", from: "2025-05-02" },
    ];
    expect(codes({ contract: { plan } })).toEqual(["plan.changed-mid-month /plan/1"]);
    expect(rated({ contract: { plan } }).assumptions.map(({ key }) => key)).toEqual([
      "billing.timeZone",
      "plan.midMonth",
    ]);
  });

  test("a month before the earliest edition is rated by that edition's rules, and is told", () => {
    expect(codes({ month: "2025-03" })).toEqual(["terms.unknown-edition /month"]);
    expect(codes({ month: "2025-04" })).toEqual([]);
    expect(rated({ month: "2025-03" }).terms).toBe("2025-04-01");
  });

  test("the plan's issues and a month before the first edition cite the clauses that they rest on", () => {
    const clauses = (small: Parameters<typeof rated>[0]) =>
      rated(small).issues.map(({ code, clause }) => [code, clause]);
    const plan = [{ model: "named-user", price: "150", from: "2025-05-02" }];
    expect(clauses({ contract: { plan } })).toEqual([
      ["plan.changed-mid-month", "T-10"],
      ["plan.none", "T-10"],
    ]);
    expect(clauses({ month: "2025-03" })).toEqual([["terms.unknown-edition", "T-02"]]);
  });

  test("every product without a known allowance is named in one issue", () => {
    const small = { events: [used("taskrouter", "task", "1"), used("studio", "engagement", "1")] };
    expect(rated(small).issues[0]).toMatchObject({
      code: "limit.unknown",
      clause: "T-41",
      found: "studio, taskrouter",
    });
  });

  test("forbidden use is told at the line that may charge it, where there is one", () => {
    const allowances = [{ product: "studio", quantity: "3", per: "user-month", provenance: "contract" }];
    const marketing = used("studio", "engagement", "1", { user: "WKa", useCase: "marketing" });
    const { charges, issues } = rated({ contract: { allowances }, events: [present("WKa", 1), marketing] });
    expect(charges.map(({ kind }) => kind)).toEqual(["license", "included", "breach"]);
    expect(issues).toMatchObject([
      { code: "price.missing" },
      { code: "use.ineligible", path: "/charges/2", clause: "T-45", found: "studio" },
    ]);
  });

  test("an open end is an assumption only where a presence was open", () => {
    const twice = (quantity: string) => ({ ...used("lookup", "request", quantity), id: "twice" });
    const { issues, assumptions } = rated({ events: [twice("1"), twice("2")] });
    expect(issues.map(({ code }) => code)).toContain("event.conflict");
    expect(assumptions.map(({ key }) => key)).toEqual(["billing.timeZone"]);
  });

  test("each charge in another currency is told", () => {
    expect(codes({ events: [fee("A", "1", "EUR"), fee("B", "1")] })).toEqual(["currency.mixed /charges/1"]);
  });

  test("what metering found stands beside, with the assumption that decided it", () => {
    const open = {
      specversion: "1.0",
      id: "open",
      source: "/t",
      type: "dev.flexbill.presence",
      subject: "AC00000000000000000000000000000001",
      data: { user: "WKa", activity: "WA2", start: "2025-05-31T23:00:00Z", end: null },
    };
    const invoice = rated({ events: [open] });
    expect(invoice.issues).toMatchObject([
      { code: "presence.open", severity: "warning", message: expect.stringMatching(/^[A-Z].*[^.]$/) },
    ]);
    expect(invoice.assumptions.map(({ key }) => key)).toContain("presence.openEnd");
  });

  test("what the contract sets is listed, moved money or not", () => {
    const { assumptions } = rated({
      contract: { assumptions: { "terms.cutoffInclusive": true } },
      events: [present("WKa", 1)],
    });
    expect(assumptions).toEqual([
      { key: "billing.timeZone", value: "UTC", clause: "T-02" },
      { key: "terms.cutoffInclusive", value: true, clause: "T-01" },
    ]);
  });
});
