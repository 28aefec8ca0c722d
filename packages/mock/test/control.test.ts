import { instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld, type Outgoing } from "../src/index.ts";
import { serve } from "../src/node/index.ts";
import { clientOf } from "./client.ts";
import { account, authorization, smallCentre } from "./worlds.ts";

const token = "a token of this test";
const bearer = { Authorization: `Bearer ${token}` };
const base = "/_flexbill/api/v1";
const hook = { callbackUrl: "http://127.0.0.1:9/hook", usageCategory: "sms", triggerValue: "3" };

function controlled(at: string) {
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant(at));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  const sent: Outgoing[] = [];
  const send = async (outgoing: Outgoing) => {
    sent.push(outgoing);
    return 200;
  };
  const mock = createMock(world, { control: { clock, token, send } });
  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = bearer) => {
    const response = await mock.app.request(base + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
  };
  return { mock, sent, ask };
}

async function withClient<Result>(
  mock: ReturnType<typeof controlled>["mock"],
  work: (client: ReturnType<typeof clientOf>, url: string) => Promise<Result>,
): Promise<Result> {
  const server = await serve({ mock, port: 0 });
  try {
    return await work(clientOf(server.url), server.url);
  } finally {
    await server.close();
  }
}

test("the clock stands still, advances, fires what is due, and does not go back", async () => {
  const { mock, sent, ask } = controlled("2026-01-01T00:00:00Z");
  const made = await withClient(mock, (client) => client.usage.triggers.create(hook));
  expect((await ask("GET", "/clock")).body).toEqual({ now: "2026-01-01T00:00:00Z", rate: "0" });
  expect((await ask("POST", "/clock/advance", { seconds: "86400" })).body).toMatchObject({
    now: "2026-01-02T00:00:00Z",
    fired: [],
  });
  const moved = await ask("POST", "/clock/set", { to: "2026-01-06T00:00:00Z" });
  expect(moved.body).toMatchObject({ fired: [{ trigger: made.sid }], deliveries: [{ status: 200, attempt: 1 }] });
  expect(sent.length).toBe(1);
  expect((await ask("GET", "/deliveries")).body.deliveries).toEqual(moved.body.deliveries);
  expect((await ask("POST", "/clock/set", { to: "2026-01-05T00:00:00Z" })).status).toBe(409);
  for (const wrong of [{}, { to: "tomorrow" }, { to: "9999-01-01T00:00:00Z" }])
    expect((await ask("POST", "/clock/set", wrong)).status).toBe(400);
});

test("a snapshot brings back accounts, calls, triggers, SIDs and the clock", async () => {
  const { mock, ask } = controlled("2026-01-03T00:00:00Z");
  await withClient(mock, async (client) => {
    const view = async () => ({
      accounts: (await client.api.v2010.accounts.list()).map(({ sid, status }) => [sid, status]),
      calls: (await client.calls.list()).map(({ sid }) => sid),
      triggers: (await client.usage.triggers.list()).map(({ sid, dateFired }) => [sid, dateFired]),
      sms: (await client.usage.records.list({ category: "sms" })).map(({ usage }) => usage),
    });
    const first = await view();
    await client.usage.triggers.create(hook);
    const before = await view();
    expect((await ask("POST", "/snapshots/quiet")).status).toBe(201);
    const play = async () => {
      const sub = await client.api.v2010.accounts.create({ friendlyName: "Osaka" });
      await client.api.v2010.accounts(sub.sid).update({ status: "suspended" });
      await client.calls.create({ to: "+15555550100", from: "+15555550101", url: "http://127.0.0.1/" });
      await client.calls(before.calls[0] ?? "").remove();
      await ask("POST", "/clock/set", { to: "2026-01-31T00:00:00Z" });
      return view();
    };
    const after = await play();
    expect(after).not.toEqual(before);
    expect((await ask("POST", "/snapshots/quiet/restore")).body).toEqual({ now: "2026-01-03T00:00:00Z", rate: "0" });
    expect(await view()).toEqual(before);
    expect(await play()).toEqual(after);
    await ask("POST", "/reset");
    expect(await view()).toEqual(first);
    expect((await ask("GET", "/snapshots")).body).toEqual({ snapshots: ["quiet"] });
    expect((await ask("DELETE", "/snapshots/quiet")).status).toBe(200);
    expect((await ask("POST", "/snapshots/quiet/restore")).status).toBe(404);
  });
});

test("the journal finds requests again, keeps no credentials, and replays them as curl", async () => {
  const { mock, ask } = controlled("2026-01-03T00:00:00Z");
  await withClient(mock, async (client) => {
    await client.usage.triggers.create({ ...hook, friendlyName: "it's AuthToken=hunter2" });
    await client.usage.records.list({ category: "sms", limit: 1 });
  });
  await mock.app.request(`/2010-04-01/Accounts/${account}.json?Secret=1`);
  const { requests } = (await ask("GET", "/journal")).body;
  expect(requests.map((each: { status: number }) => each.status)).toEqual([401, 200, 201]);
  expect(requests.map((each: { caller: string }) => each.caller)).toEqual([null, account, account]);
  const [written] = (await ask("GET", "/journal?method=POST&path=Usage/Triggers&status=201")).body.requests;
  expect(written).toMatchObject({ host: "api.twilio.com", at: "2026-01-03T00:00:00Z" });
  expect(new URLSearchParams(written.body).get("UsageCategory")).toBe("sms");
  const { curl } = (await ask("GET", `/journal/${written.id}/curl`)).body;
  expect(curl).toContain(`'http://localhost/2010-04-01/Accounts/${account}/Usage/Triggers.json'`);
  expect(JSON.stringify(requests) + curl).not.toContain(authorization.Authorization.slice(6));
  expect((await ask("DELETE", "/journal")).status).toBe(204);
  expect((await ask("GET", "/journal")).body.requests).toEqual([]);
});

test("control is refused without the token, from another site, and under another name", async () => {
  const { mock, ask } = controlled("2026-01-03T00:00:00Z");
  expect((await ask("GET", "/health", undefined, {})).body).toEqual({ status: "ok" });
  expect((await ask("POST", "/reset", undefined, {})).status).toBe(401);
  expect((await ask("POST", "/reset", undefined, { Authorization: "Bearer other" })).status).toBe(401);
  for (const hostile of [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Host: "evil.example:4010" },
    { Host: "api.twilio.com" },
    { "Sec-Fetch-Site": "cross-site" },
  ])
    expect((await ask("GET", "/health", undefined, { ...bearer, ...hostile })).status).toBe(403);
  expect((await ask("GET", "/health", undefined, { Origin: "http://localhost:4010" })).status).toBe(200);
  expect((await ask("GET", "/nothing")).status).toBe(404);
  await withClient(mock, async (_client, url) => {
    const forged = await fetch(`${url}/2010-04-01/Accounts.json`, {
      headers: { ...authorization, Origin: "https://evil.example" },
    });
    expect(forged.status).toBe(403);
  });
});

test("without control, nothing answers under its address", async () => {
  const { mock } = controlled("2026-01-03T00:00:00Z");
  const response = await createMock(mock.world).app.request(`${base}/health`, { headers: authorization });
  expect(response.status).toBe(404);
});
