import { expect, test } from "vitest";
import { deviations } from "./conformance/deviations.ts";
import { doors } from "./conformance/door.ts";
import { fixtures, unserved } from "./conformance/fixtures.ts";
import { missing, steps } from "./conformance/steps.ts";
import { type Report, runThrough } from "./conformance/suite.ts";

const reports: Report[] = [];

for (const door of Object.keys(doors))
  test(`every answer ${door} is as Twilio describes and prints it`, async () => {
    const report = await runThrough(door);
    reports.push(report);
    expect(report.wrong).toEqual([]);
    expect(report.steps).toBe(steps.length);
  });

test("every door gives the same answers, byte by byte", () => {
  expect(reports.length).toBe(Object.keys(doors).length);
  expect(new Set(reports.map(({ digest }) => digest)).size).toBe(1);
});

test("every deviation that is written down occurs", () => {
  expect(reports[0]?.deviations).toEqual(deviations.map(({ id }) => id).sort());
});

test("every operation of the first tier is served", () => {
  expect(missing).toEqual([]);
});

test("every printed response of a served operation is compared", async () => {
  const served = new Set(steps.filter(({ status = 200 }) => status < 300).map(({ call }) => call));
  const unread = [...fixtures.keys()].filter((operation) => !served.has(operation));
  const isLater = (operation: string) => steps.some(({ call, status }) => call === operation && status === 501);
  expect(unread.filter((operation) => !isLater(operation))).toEqual([]);
  expect(unserved.length).toBe(2);
});
