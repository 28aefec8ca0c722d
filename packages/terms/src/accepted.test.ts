import { date, instant } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { accepted } from "./accepted.ts";
import { editionOn } from "./edition.ts";
import { contractOf } from "./testing/contract.ts";

const current = editionOn(date("2025-04-01"));
const old = { opened: "2023-01-10T00:00:00Z" };
const reason = (members: object, lastUsed?: string) =>
  accepted(contractOf({ ...old, ...members }), current, lastUsed === undefined ? {} : { lastUsed: instant(lastUsed) })
    .reason;

describe("T-03 and T-51: acceptance of an edition", () => {
  test.each([
    ["2025-03-31T23:59:59Z", "no-use-yet"],
    ["2025-04-01T00:00:00Z", "accepted-by-use"],
  ])("last use at %s", (lastUsed, expected) => {
    expect(reason({}, lastUsed)).toBe(expected);
    expect(reason({ facts: { servicesLastUsed: lastUsed } })).toBe(expected);
  });

  test("the later of what is seen and what is told counts", () => {
    expect(reason({ facts: { servicesLastUsed: "2025-01-01T00:00:00Z" } }, "2025-05-01T00:00:00Z")).toBe(
      "accepted-by-use",
    );
    expect(reason({ facts: { servicesLastUsed: "2025-05-01T00:00:00Z" } }, "2025-01-01T00:00:00Z")).toBe(
      "accepted-by-use",
    );
  });

  test("nothing known of use is unknown", () => {
    expect(accepted(contractOf(old), current)).toEqual({ clause: "T-03", verdict: "unknown", reason: "use-unknown" });
  });

  test("acceptance by hand names its day", () => {
    const agreements = [{ document: "flex", version: "2025-04-01", acceptedAt: "2025-04-02T08:00:00Z" }];
    expect(accepted(contractOf({ ...old, agreements }), current)).toMatchObject({ verdict: "yes", date: "2025-04-02" });
  });

  test("an account younger than the publication is born under the edition, one of that day is not", () => {
    expect(reason({ opened: "2025-02-26T00:00:00Z" })).toBe("born-under-edition");
    expect(reason({ opened: "2025-02-25T23:59:59Z" })).toBe("use-unknown");
  });

  test("a negotiated contract stands above the online terms", () => {
    expect(accepted(contractOf({ ...old, facts: { negotiatedContract: true } }), current)).toMatchObject({
      verdict: "no",
      reason: "negotiated-first",
    });
  });
});
