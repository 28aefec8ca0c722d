import { instant } from "@flexbill/kernel";
import { http } from "msw";
import { setupServer } from "msw/node";
import twilio from "twilio";
import { test as base, expect } from "vitest";
import { createMock, createTestClock, createWorld, handlers } from "../src/index.ts";
import { account, smallCentre } from "./worlds.ts";

/** A fresh world for each test, and a client of Twilio's as programs use it, with no option at all. */
const test = base.extend<{ readonly client: ReturnType<typeof twilio> }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it takes by a pattern, and this takes nothing.
  client: async ({}, use) => {
    const { contract, priceBook, events } = smallCentre();
    const clock = createTestClock(instant("2026-02-03T10:20:30Z"));
    const mock = createMock(createWorld({ contract, priceBook, events, now: clock.now }));
    const server = setupServer(...handlers(mock, http));
    server.listen();
    await use(twilio(account, "0".repeat(32)));
    server.close();
  },
});

test("an unmodified client reads usage across pages in process", async ({ client }) => {
  const records = await client.usage.records.list({ pageSize: 200 });
  expect(new Set(records.map(({ category }) => category)).size).toBe(records.length);
  expect(records.length).toBeGreaterThan(600);
  const [month] = await client.usage.records.lastMonth.list({ category: "sms" });
  expect(month).toMatchObject({ price: "0.0664", usage: "8", count: "4" });
});

test("product APIs page by absolute addresses, writes and deletions come through", async ({ client }) => {
  const [workspace] = await client.taskrouter.v1.workspaces.list();
  const { activities } = client.taskrouter.v1.workspaces(workspace?.sid ?? "");
  for (const friendlyName of ["A", "B", "C"]) await activities.create({ friendlyName });
  const all = await activities.list({ pageSize: 2 });
  expect(all.map(({ friendlyName }) => friendlyName)).toEqual(expect.arrayContaining(["A", "B", "C"]));
  expect(new Set(all.map(({ sid }) => sid)).size).toBe(all.length);
  expect(await activities(all.at(-1)?.sid ?? "").remove()).toBe(true);
  expect((await activities.list()).length).toBe(all.length - 1);
});

test("each test has a world of its own, and errors are Twilio's", async ({ client }) => {
  const [workspace] = await client.taskrouter.v1.workspaces.list();
  const activities = await client.taskrouter.v1.workspaces(workspace?.sid ?? "").activities.list();
  expect(activities.map(({ friendlyName }) => friendlyName)).not.toContain("A");
  await expect(client.api.v2010.accounts(`AC${"9".repeat(32)}`).fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
  });
});
