import { instant } from "@flexbill/kernel";
import twilio from "twilio";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld, type MockOptions } from "../src/index.ts";
import { serve } from "../src/node/index.ts";
import { clientOf } from "./client.ts";
import { violations } from "./conformance/violations.ts";
import { account, authorization, smallCentre } from "./worlds.ts";

const root = `/2010-04-01/Accounts/${account}`;
const token = "token";

function standing(options: MockOptions = {}) {
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant("2026-01-20T12:00:00Z"));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  return createMock(world, { control: { clock, token }, ...options });
}

const basic = (user: string, secret: string) => ({ Authorization: `Basic ${btoa(`${user}:${secret}`)}` });

test("a standard key reads usage but manages neither accounts nor keys, a main key does", async () => {
  const mock = standing();
  const server = await serve({ mock, port: 0 });
  try {
    const made = await clientOf(server.url).newKeys.create({ friendlyName: "reports" });
    expect(made).toMatchObject({ friendlyName: "reports", secret: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const keys = await clientOf(server.url).keys.list();
    expect(keys.map(({ sid }) => sid)).toEqual([made.sid]);
    const ask = async (path: string, headers: Record<string, string>) =>
      (await mock.app.request(path, { headers })).status;
    const standard = basic(made.sid, made.secret);
    expect(await ask(`${root}/Usage/Records.json`, standard)).toBe(200);
    expect(await ask("/taskrouter/v1/Workspaces", standard)).toBe(200);
    for (const path of [
      "/2010-04-01/Accounts.json",
      `${root}.json`,
      `${root}/Keys.json`,
      `${root}/Keys/${made.sid}.json`,
    ])
      expect([path, await ask(path, standard)]).toEqual([path, 403]);
    expect(await ask(`${root}/Balance.json`, basic(made.sid, "wrong"))).toBe(401);
    const control = await mock.app.request("/_flexbill/api/v1/keys", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ kind: "main" }),
    });
    const main = (await control.json()) as { sid: string; secret: string };
    expect(await ask(`${root}/Keys.json`, basic(main.sid, main.secret))).toBe(200);
    expect(await clientOf(server.url).keys(made.sid).remove()).toBe(true);
    expect(await ask(`${root}/Usage/Records.json`, standard)).toBe(401);
  } finally {
    await server.close();
  }
});

test("keys have exactly the keys of Twilio's description, and the secret only once", async () => {
  const { app } = standing();
  const post = (path: string, FriendlyName: string) =>
    app.request(path, { method: "POST", headers: authorization, body: new URLSearchParams({ FriendlyName }) });
  const made = (await (await post(`${root}/Keys.json`, "a")).json()) as { sid: string };
  expect(violations("api_v2010", "CreateNewKey", made)).toEqual([]);
  const path = `${root}/Keys/${made.sid}.json`;
  expect(violations("api_v2010", "UpdateKey", await (await post(path, "b")).json())).toEqual([]);
  const list = await (await app.request(`${root}/Keys.json`, { headers: authorization })).json();
  expect(violations("api_v2010", "ListKey", list)).toEqual([]);
  const fetched = await (await app.request(path, { headers: authorization })).json();
  expect(violations("api_v2010", "FetchKey", fetched)).toEqual([]);
  expect(fetched).toMatchObject({ friendly_name: "b" });
});

test("test credentials meet 403 wherever the mock serves something", async () => {
  const test = { user: `AC${"7".repeat(32)}`, secret: "7".repeat(32) };
  const { app } = standing({ testCredentials: test });
  for (const path of [`${root}/Usage/Records.json`, `${root}/Balance.json`, "/taskrouter/v1/Workspaces"]) {
    const response = await app.request(path, { headers: basic(test.user, test.secret) });
    expect([response.status, ((await response.json()) as { code: number }).code]).toEqual([403, 20008]);
  }
  expect((await app.request(`${root}/Balance.json`, { headers: authorization })).status).toBe(200);
  expect((await standing().app.request(`${root}/Balance.json`)).status).toBe(401);
});

test("requests above the ceiling are not processed, and Twilio's client gets through by trying again", async () => {
  const mock = standing({ concurrency: 2 });
  const call = () =>
    mock.app.request(`${root}/Calls.json`, {
      method: "POST",
      headers: authorization,
      body: new URLSearchParams({ To: "+15555550100", From: "+15555550101", Url: "http://127.0.0.1/" }),
    });
  const answers = await Promise.all(Array.from({ length: 5 }, call));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 429, 429, 429]);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get("Retry-After")).toBe("1");
  expect(await refused?.json()).toMatchObject({ code: 20429, status: 429 });
  expect((await call()).status).toBe(201);
  let left = 2;
  const busy = {
    fetch: (request: Request) => (left-- > 0 ? standing({ concurrency: 0 }).fetch(request) : mock.fetch(request)),
  };
  const server = await serve({ mock: busy, port: 0 });
  try {
    const httpClient = new twilio.RequestClient({ autoRetry: true, maxRetryDelay: 20 });
    const client = twilio(account, "0".repeat(32), { httpClient });
    client.api.baseUrl = `${server.url}/api`;
    expect((await client.calls.list({ limit: 100 })).length).toBeGreaterThanOrEqual(3);
    expect(left).toBeLessThan(0);
  } finally {
    await server.close();
  }
});

test("a strict mock names a parameter that Twilio does not know", async () => {
  const { app } = standing({ strict: true });
  const ask = async (path: string, form?: Record<string, string>) => {
    const body = form && new URLSearchParams(form);
    const response = await app.request(path, { headers: authorization, ...(body && { method: "POST", body }) });
    return [response.status, ((await response.json()) as { message?: string }).message];
  };
  const records = `${root}/Usage/Records.json`;
  expect(await ask(`${records}?category=sms`)).toEqual([400, "Unknown parameter: category"]);
  expect((await ask(`${records}?Category=sms&StartDate=2026-01-01&PageSize=5`))[0]).toBe(200);
  expect(await ask(`${root}/Keys.json`, { Name: "x" })).toEqual([400, "Unknown parameter: Name"]);
  expect((await ask(`${root}/Calls.json?StartTime%3E=2026-01-01`))[0]).toBe(200);
  expect((await standing().app.request(`${records}?category=sms`, { headers: authorization })).status).toBe(200);
});
