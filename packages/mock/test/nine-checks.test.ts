import twilio from "twilio";
import { afterAll, beforeAll, expect, test } from "vitest";
import { redirected } from "../src/index.ts";
import { type StartedMock, startMock } from "../src/node/index.ts";
import { smallCentre } from "./worlds.ts";

/** What any mock of these APIs is asked by Twilio's own client; a list that never ends is told by its requests. */
const mostRequests = 30;
let mock: StartedMock;
let requests = 0;

beforeAll(async () => {
  const { events } = smallCentre();
  mock = await startMock({ events, at: "2026-02-03T10:20:30Z" });
});
afterAll(() => mock.close());

function clientOf(token = mock.authToken) {
  requests = 0;
  const httpClient = redirected(new twilio.RequestClient({ timeout: 8_000 }), mock.url);
  const { request } = httpClient;
  httpClient.request = (options) => {
    requests += 1;
    if (requests > mostRequests) throw new Error(`More than ${mostRequests} requests`);
    return request(options);
  };
  return twilio(mock.account, token, { httpClient });
}

const anchor = { triggerValue: "60", usageCategory: "totalprice", triggerBy: "price" } as const;
const hook = { callbackUrl: "http://127.0.0.1:9/x", friendlyName: "bench" };
const notFound = { status: 404, code: 20404 };

test("1: records are listed over three pages, no category twice", async () => {
  const records = await clientOf().usage.records.list({ pageSize: 50, limit: 150 });
  expect([records.length, new Set(records.map(({ category }) => category)).size, requests]).toEqual([150, 150, 3]);
});

test("2: last month is a whole month", async () => {
  const [record] = await clientOf().usage.records.lastMonth.list({ limit: 50 });
  expect([record?.startDate, record?.endDate]).toEqual([new Date("2026-01-01"), new Date("2026-01-31")]);
});

test("3: a filter by category gives that one row", async () => {
  const records = await clientOf().usage.records.list({ category: "sms", limit: 5 });
  expect(records.map(({ category }) => category)).toEqual(["sms"]);
});

test("4, 5, 6: a trigger is created, changed and read back, and is gone once removed", async () => {
  const { triggers } = clientOf().usage;
  const made = await triggers.create({ ...hook, ...anchor });
  expect(made).toMatchObject({ friendlyName: "bench", usageCategory: "totalprice", sid: expect.stringMatching(/^UT/) });
  await triggers(made.sid).update({ friendlyName: "changed" });
  expect((await triggers(made.sid).fetch()).friendlyName).toBe("changed");
  expect(await triggers(made.sid).remove()).toBe(true);
  await expect(triggers(made.sid).fetch()).rejects.toMatchObject(notFound);
});

test("7: what never was is 404 with code 20404", async () => {
  await expect(
    clientOf()
      .usage.triggers(`UT${"0".repeat(32)}`)
      .fetch(),
  ).rejects.toMatchObject(notFound);
});

test("8: a wrong token is 401 with code 20003", async () => {
  const records = clientOf("wrong").usage.records.list({ limit: 1 });
  await expect(records).rejects.toMatchObject({ status: 401, code: 20003 });
});

test("9: a workspace has workers", async () => {
  const { workspaces } = clientOf().taskrouter.v1;
  const [workspace] = await workspaces.list({ limit: 1 });
  const workers = await workspaces(workspace?.sid ?? "").workers.list({ limit: 5 });
  expect(workers.map(({ sid }) => sid)).toEqual([expect.stringMatching(/^WK/)]);
});
