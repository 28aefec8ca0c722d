import { describe, expect, test } from "vitest";
import { noticeApplies } from "./notice-applies.ts";
import { contractOf } from "./testing/contract.ts";

const verdicts = (members: object) => {
  const { english, japanese, chosen } = noticeApplies(contractOf(members));
  return [english.verdict, japanese.verdict, chosen.verdict];
};

describe("T-01: whom the notice concerns", () => {
  test.each([
    ["2025-02-24T23:59:59Z", ["yes", "yes", "yes"]],
    ["2025-02-25T00:00:00Z", ["no", "yes", "no"]],
    ["2025-02-25T23:59:59Z", ["no", "yes", "no"]],
    ["2025-02-26T00:00:00Z", ["no", "no", "no"]],
    ["2025-02-26T08:59:59+09:00", ["no", "yes", "no"]],
  ])("an account opened %s", (opened, expected) => {
    expect(verdicts({ opened })).toEqual(expected);
  });

  test("the contract chooses the Japanese reading by its switch", () => {
    const members = { opened: "2025-02-25T12:00:00Z", assumptions: { "terms.cutoffInclusive": true } };
    expect(verdicts(members)).toEqual(["no", "yes", "yes"]);
  });

  test("without a creation date the answer is unknown", () => {
    expect(verdicts({})).toEqual(["unknown", "unknown", "unknown"]);
  });

  test("whoever accepted an earlier version is concerned, whenever the account was opened", () => {
    const later = { opened: "2025-03-10T00:00:00Z" };
    const by = (agreement: object) => ({ ...later, agreements: [{ document: "terms", ...agreement }] });
    expect(verdicts(by({ version: "2024-06-01" }))[0]).toBe("yes");
    expect(verdicts(by({ version: "2025-04-01" }))[0]).toBe("no");
    expect(verdicts(by({ version: "v7", acceptedAt: "2025-03-11" }))[0]).toBe("yes");
    expect(verdicts(by({ version: "v8", acceptedAt: "2025-04-01T00:00:00Z" }))[0]).toBe("no");
    expect(verdicts(by({ version: "v9" }))[0]).toBe("no");
  });

  test("a subaccount follows its parent", () => {
    expect(verdicts({ opened: "2025-06-01T00:00:00Z", facts: { parentOpened: "2020-01-01T00:00:00Z" } })[0]).toBe(
      "yes",
    );
  });
});
