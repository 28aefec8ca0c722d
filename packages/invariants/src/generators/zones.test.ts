import fc from "fast-check";
import { expect, test } from "vitest";
import zones from "../../data/zones.json" with { type: "json" };
import { changingDays, monthsOfAnyZone } from "./zones.ts";

const sample = <Value>(of: fc.Arbitrary<Value>) => fc.sample(of, { numRuns: 3_000, seed: 20_251_026 });

test("every zone is one that this machine knows, and none that it lists is left out", () => {
  const nameOf = (timeZone: string) => new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  const known = new Set(zones.map(nameOf));
  expect(Intl.supportedValuesOf("timeZone").filter((zone) => !known.has(nameOf(zone)))).toEqual([]);
  expect(new Set(zones).size).toBe(zones.length);
});

test("months are drawn in most zones, with edges that no clock in whole hours would find", () => {
  const drawn = sample(monthsOfAnyZone);
  expect(new Set(drawn.map(({ timeZone }) => timeZone)).size).toBeGreaterThan(300);
  const damascus = drawn.find(({ timeZone, month }) => timeZone === "Asia/Damascus" && month === "2005-04");
  expect(damascus).toMatchObject({ start: "2005-03-31T22:00:00.000Z", end: "2005-04-30T21:00:00.000Z" });
  const stJohns = drawn.find(({ timeZone }) => timeZone === "America/St_Johns");
  expect(stJohns).toMatchObject({ start: "2009-11-01T02:30:00.000Z" });
});

test("the days drawn have less or more than 24 hours, in a hundred zones and more", () => {
  const drawn = sample(changingDays);
  expect(new Set(drawn.map(({ timeZone }) => timeZone)).size).toBeGreaterThan(100);
  expect([...new Set(drawn.map(({ minutes }) => Number(minutes)))].sort((a, b) => a - b)).toEqual([
    1320, 1380, 1410, 1470, 1500, 1560,
  ]);
  for (const { timeZone, month, start } of drawn) {
    const date = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(Date.parse(start));
    expect([timeZone, date.slice(0, 7)]).toEqual([timeZone, month]);
  }
});
