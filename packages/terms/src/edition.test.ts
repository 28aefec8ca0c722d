import { calendar, date, instant, month } from "@flexbill/kernel";
import { describe, expect, test } from "vitest";
import { clauses } from "./clause.ts";
import { diffEditions, editionAt, editionById, editionOf, editionOn, editions, silences } from "./edition.ts";

describe("T-02: the edition that governs", () => {
  test.each([
    ["2025-03-31T23:59:59.999Z", "UTC", "before-2025-04-01"],
    ["2025-04-01T00:00:00Z", "UTC", "2025-04-01"],
    ["2025-03-31T15:00:00Z", "Asia/Tokyo", "2025-04-01"],
    ["2025-03-31T14:59:59Z", "Asia/Tokyo", "before-2025-04-01"],
    ["2030-01-01T00:00:00Z", "UTC", "2025-04-01"],
  ])("%s in %s", (at, zone, id) => {
    expect(editionAt(instant(at), calendar(zone)).id).toBe(id);
  });

  test("a month has the edition of its first day", () => {
    expect(editionOf(month("2025-03")).id).toBe("before-2025-04-01");
    expect(editionOf(month("2025-04")).id).toBe("2025-04-01");
  });

  test("the current edition was published on the day of the notice and binds from 1 April 2025", () => {
    expect(editionOn(date("2025-05-01"))).toMatchObject({ published: "2025-02-25", from: "2025-04-01", known: "full" });
    expect(editionById("toString")).toBeUndefined();
  });
});

describe("two editions side by side", () => {
  const [before, current] = editions;
  const rows = before && current ? diffEditions(before, current) : [];

  test("an edition does not differ from itself", () => {
    expect(current && diffEditions(current, current)).toEqual([]);
  });

  test("T-11: the split into Standard and Premium Products is known of the earlier one", () => {
    const row = rows.find(({ clause }) => clause === "T-11");
    expect(row?.change).toBe("changed");
    expect(row?.one?.en).toMatch(/Premium/);
    expect(row?.other?.en).toMatch(/Standard/);
  });

  test("what the notice does not reveal of the earlier edition is unknown", () => {
    const known = rows.filter(({ one }) => one !== undefined).map(({ clause }) => clause);
    expect(known).toEqual(["T-11", "T-48", "T-56", "T-57"]);
    expect(rows).toHaveLength(clauses.length);
    expect(rows.every(({ other }) => other !== undefined)).toBe(true);
  });

  test("the other way round the sides change places", () => {
    const turned = before && current ? diffEditions(current, before) : [];
    expect(turned.map(({ one, other }) => [other, one])).toEqual(rows.map(({ one, other }) => [one, other]));
  });
});

test("the silences of the notice are said once, in both languages", () => {
  expect(silences.en).toMatch(/no limit.*no region.*no currency.*no time zone/);
  expect(silences.ja.length).toBeGreaterThan(0);
});
