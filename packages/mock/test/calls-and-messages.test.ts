import { decimal, instant } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld, type World } from "../src/index.ts";
import { clientOf, served } from "./client.ts";
import { violations } from "./conformance/violations.ts";
import { account, authorization, sid, smallCentre, worldOf } from "./worlds.ts";

const at = "2026-02-03T10:20:30Z";
const calls = `/2010-04-01/Accounts/${account}/Calls.json`;
const messages = `/2010-04-01/Accounts/${account}/Messages.json`;

async function get(world: World, path: string) {
  const response = await createMock(world).app.request(path, { headers: authorization });
  return (await response.json()) as Record<string, unknown>;
}

async function post(world: World, path: string, form: Record<string, string>) {
  const body = new URLSearchParams(form);
  const response = await createMock(world).app.request(path, { method: "POST", body, headers: authorization });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test("calls and messages have exactly the keys of Twilio's description", async () => {
  const world = worldOf(smallCentre(), at);
  expect(violations("api_v2010", "ListCall", await get(world, `${calls}?PageSize=2`))).toEqual([]);
  expect(violations("api_v2010", "ListMessage", await get(world, `${messages}?PageSize=2`))).toEqual([]);
  const made = await post(world, calls, { To: "+15550100001", From: "+15550100000", Url: "http://localhost/twiml" });
  expect(made.status).toBe(201);
  expect(violations("api_v2010", "CreateCall", made.body)).toEqual([]);
  const sent = await post(world, messages, { To: "+15550100001", From: "+15550100000", Body: "Hello" });
  expect(sent.status).toBe(201);
  expect(violations("api_v2010", "CreateMessage", sent.body)).toEqual([]);
});

test("Twilio's client lists calls by date, newest first, with what each cost", async () => {
  await served(worldOf(smallCentre(), at), async (url) => {
    const client = clientOf(url);
    const all = await client.calls.list({ pageSize: 3 });
    expect(all.map((call) => call.sid)).toEqual([31, 20, 5, 2].map((day) => sid("CA", day)));
    const some = await client.calls.list({
      startTimeAfter: new Date("2026-01-05T00:00:00Z"),
      startTimeBefore: new Date("2026-01-31T00:00:00Z"),
    });
    expect(some.map((call) => call.sid)).toEqual([sid("CA", 20), sid("CA", 5)]);
    expect(some[0]).toMatchObject({
      status: "completed",
      duration: "61",
      direction: "inbound",
      price: "-0.01700",
      priceUnit: "USD",
    });
  });
});

test("an erased call is gone from the list, and its usage stays", async () => {
  await served(worldOf(smallCentre(), at), async (url) => {
    const client = clientOf(url);
    await client.calls(sid("CA", 5)).remove();
    expect((await client.calls.list()).length).toBe(3);
    await expect(client.calls(sid("CA", 5)).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
    const [month] = await client.usage.records.lastMonth.list({ category: "pstnconnectivity-inbound" });
    expect(month?.count).toBe("4");
  });
});

test("what a client calls and sends is billed from the next minute on", async () => {
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant(at));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  await served(world, async (url) => {
    const client = clientOf(url);
    const today = async (category: string) => (await client.usage.records.today.list({ category }))[0];
    expect((await today("sms"))?.usage).toBe("0");
    await client.messages.create({ to: "+15550100001", from: "+15550100000", body: "x".repeat(161) });
    const call = await client.calls.create({ to: "+15550100001", from: "+15550100000", twiml: "<Response/>" });
    expect(call).toMatchObject({ status: "in-progress", price: null, duration: null });
    clock.advance(decimal(120));
    expect(await today("sms")).toMatchObject({ usage: "2", count: "1", price: "0.0166" });
    expect(await client.calls(call.sid).fetch()).toMatchObject({ status: "completed", duration: "60" });
    expect((await today("pstnconnectivity-outbound"))?.usage).toBe("1");
    expect((await client.messages.list({ to: "+15550100001" }))[0]).toMatchObject({
      numSegments: "2",
      status: "delivered",
    });
  });
});

test("a call that a client ends lasted until then", async () => {
  const { contract, priceBook } = smallCentre();
  const clock = createTestClock(instant(at));
  const world = createWorld({ contract, priceBook, events: [], now: clock.now });
  await served(world, async (url) => {
    const client = clientOf(url);
    const call = await client.calls.create({ to: "+15550100001", from: "+15550100000", url: "http://localhost/" });
    clock.advance(decimal(25));
    expect(await client.calls(call.sid).update({ status: "completed" })).toMatchObject({
      status: "completed",
      duration: "25",
    });
  });
});

test("what is missing in a new call or message is named by its own code", async () => {
  const world = worldOf(smallCentre(), at);
  expect((await post(world, calls, { From: "+15550100000", Url: "http://localhost" })).body["code"]).toBe(21201);
  expect((await post(world, calls, { To: "+15550100000", From: "+15550100000" })).body["code"]).toBe(21205);
  expect((await post(world, messages, { To: "+15550100001", From: "+15550100000" })).body["code"]).toBe(21602);
  expect((await post(world, messages, { To: "+15550100001", Body: "x" })).body["code"]).toBe(21603);
});
