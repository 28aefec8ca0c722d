import { addSeconds, calendar, decimal, instant, type Month, month } from "@flexbill/kernel";
import { profileById, simulate } from "@flexbill/simulator";
import { expect, test } from "vitest";
import {
  createClock,
  createMock,
  createTestClock,
  createWorld,
  monthlyTraffic,
  type Outgoing,
  scripted,
  type TestClock,
  type Traffic,
} from "../src/index.ts";
import { account, authorization, requestOf, smallCentre } from "./worlds.ts";

const token = "a token of this test";
const base = "/_flexbill/api/v1";
const of = `/2010-04-01/Accounts/${account}`;

/** A month of the demo centre, thinned to one event in forty, each known when the simulator knows it. */
function* quietMonth(each: Month) {
  const profile = profileById("demo");
  if (profile === undefined) throw new Error("the demo profile ships");
  let seen = 0;
  for (const event of simulate(profile, { month: each, seed: 7 })) {
    seen += 1;
    if (seen % 40 === 1 || event.type === "dev.flexbill.seat") yield { ...event, subject: account };
  }
}

function steered(clock: TestClock, traffic?: Traffic) {
  const { contract, priceBook, events } = smallCentre();
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  const sent: Outgoing[] = [];
  const send = async (outgoing: Outgoing) => {
    sent.push(outgoing);
    return 200;
  };
  const mock = createMock(world, { control: { clock, token, send, ...(traffic && { traffic }) } });
  const ask = async (method: string, path: string, body?: object) => {
    const isControl = !path.startsWith("/2010");
    const text = isControl ? JSON.stringify(body ?? {}) : new URLSearchParams(body as Record<string, string>);
    const response = await mock.app.request(isControl ? base + path : path, {
      method,
      headers: isControl ? { Authorization: `Bearer ${token}` } : authorization,
      ...(body && { body: text }),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const usageOf = async (category: string, list = "ThisMonth") => {
    const page = await ask("GET", `${of}/Usage/Records/${list}.json?Category=${category}`);
    return (page["usage_records"] as readonly { usage: string; price: string }[])[0];
  };
  return { world, mock, sent, ask, usageOf };
}

const simulated = monthlyTraffic(calendar("UTC"), quietMonth, instant("2026-02-01T00:00:00Z"));

test("advancing plays the traffic of months that were not there, rolls them, and ends with their invoices", async () => {
  const { ask, usageOf, world } = steered(createTestClock(instant("2026-01-31T12:00:00Z")), simulated);
  const first = await ask("POST", "/clock/set", { to: "2026-02-01T00:00:00Z" });
  expect(first).toMatchObject({ from: "2026-01-31T12:00:00Z", came: 0, invoices: [{ account, month: "2026-01" }] });
  expect(await usageOf("pstnconnectivity")).toMatchObject({ usage: "0" });
  const second = await ask("POST", "/clock/set", { to: "2026-03-15T00:00:00Z" });
  expect(Number(second["came"])).toBeGreaterThan(1000);
  expect(second["invoices"]).toMatchObject([{ account, month: "2026-02", status: "settling" }]);
  const lastMonth = await usageOf("totalprice", "LastMonth");
  const invoice = await ask("GET", `/accounts/${account}/invoices/2026-02`);
  const charges = invoice["charges"] as readonly { amount: { low: string; high: string } }[];
  const printed = charges.reduce((sum, { amount }) => sum + Number(amount.high), 0);
  expect(Math.abs(printed - Number(lastMonth?.price))).toBeLessThan(0.005 * charges.length);
  expect(charges.every(({ amount }) => amount.low === amount.high)).toBe(true);
  expect(Number((await usageOf("pstnconnectivity"))?.usage)).toBeGreaterThan(10);
  const seats = world.main.log.ofType("dev.flexbill.seat").map(({ event }) => event.data.user);
  expect(seats.length).toBeGreaterThan(5);
  expect(new Set(seats).size).toBe(seats.length);
});

test("whatever steps the clock takes, the world comes to the same, and a restored one comes to it again", async () => {
  const far = "2026-02-20T10:30:00Z";
  const whole = steered(createTestClock(instant("2026-01-31T12:00:00Z")), simulated);
  await whole.ask("POST", "/clock/set", { to: far });
  const steps = steered(createTestClock(instant("2026-01-31T12:00:00Z")), simulated);
  for (const to of ["2026-02-01T00:00:00Z", "2026-02-03T04:05:06.789Z", "2026-02-17T23:59:59Z"])
    await steps.ask("POST", "/clock/set", { to });
  await steps.ask("POST", "/snapshots/here");
  for (let round = 0; round < 2; round += 1) {
    await steps.ask("POST", "/clock/set", { to: far });
    for (const list of ["ThisMonth", "Today", "Yesterday", "AllTime"])
      expect(await steps.usageOf("totalprice", list)).toEqual(await whole.usageOf("totalprice", list));
    await steps.ask("POST", "/snapshots/here/restore");
    expect(await steps.usageOf("totalprice")).not.toEqual(await whole.usageOf("totalprice"));
  }
});

test("what becomes known late changes the day it belongs to, and no record says it before", async () => {
  const late = requestOf({
    contract: { account, currency: "USD" },
    priceBook: [],
    month: "2026-01",
    events: [
      {
        ...{ specversion: "1.0", id: "late", source: "/late", type: "dev.flexbill.usage", subject: account },
        time: "2026-01-12T08:00:00Z",
        data: {
          product: "studio",
          quantity: "5",
          unit: "engagement",
          at: "2026-01-10T08:00:00Z",
          user: null,
          dimensions: {},
        },
      },
    ],
  }).events;
  const traffic = monthlyTraffic(calendar("UTC"), (each) => (each === month("2026-01") ? late : []));
  const { ask } = steered(createTestClock(instant("2026-01-10T00:00:00Z")), traffic);
  const tenth = async () => {
    const path = `${of}/Usage/Records/Daily.json?Category=studio-engagements&StartDate=2026-01-10&EndDate=2026-01-10`;
    const { usage_records: rows } = await ask("GET", path);
    return (rows as readonly { usage: string; as_of: string }[])[0];
  };
  await ask("POST", "/clock/set", { to: "2026-01-12T07:59:00Z" });
  expect(await tenth()).toMatchObject({ usage: "0", as_of: "2026-01-12T07:59:00+00:00" });
  await ask("POST", "/clock/set", { to: "2026-01-12T08:01:00Z" });
  expect(await tenth()).toMatchObject({ usage: "5", as_of: "2026-01-12T08:01:00+00:00" });
});

test("a trigger fires on what a client writes while the clock stands still", async () => {
  const { ask, sent } = steered(createTestClock(instant("2026-01-31T12:00:00Z")));
  const trigger = { CallbackUrl: "http://127.0.0.1:9/", UsageCategory: "sms", TriggerValue: "+1" };
  await ask("POST", `${of}/Usage/Triggers.json`, trigger);
  expect(sent.length).toBe(0);
  await ask("POST", `${of}/Messages.json`, { To: "+12025550100", From: "+12025550101", Body: "hello" });
  const { deliveries } = await ask("GET", "/deliveries");
  expect(deliveries).toMatchObject([{ status: 200, attempt: 1 }]);
  await ask("POST", `${of}/Messages.json`, { To: "+12025550100", From: "+12025550101", Body: "again" });
  expect((await ask("GET", "/deliveries"))["deliveries"]).toHaveLength(1);
});

test("a clock that goes fast brings its traffic to whoever asks, and stands still where it is told to", async () => {
  let real = instant("2030-01-01T00:00:00Z");
  const clock = createClock({ start: instant("2026-02-01T00:00:00Z"), real: () => real });
  const { ask, usageOf } = steered(clock, simulated);
  expect(await ask("POST", "/clock/rate", { rate: "86400" })).toMatchObject({ rate: "86400" });
  real = addSeconds(real, decimal(10));
  expect(await ask("GET", "/clock")).toEqual({ now: "2026-02-11T00:00:00Z", rate: "86400" });
  expect(Number((await usageOf("pstnconnectivity"))?.usage)).toBeGreaterThan(10);
  await ask("POST", "/clock/rate", { rate: "0" });
  real = addSeconds(real, decimal(1000));
  expect(await ask("GET", "/clock")).toEqual({ now: "2026-02-11T00:00:00Z", rate: "0" });
  for (const rate of ["-1", "fast", ""])
    expect(await ask("POST", "/clock/rate", { rate })).toMatchObject({ status: 400 });
});

test("steps of a story are taken at their time, with the clock standing there", async () => {
  const clock = createTestClock(instant("2026-01-20T00:00:00Z"));
  const seen: string[] = [];
  const at = instant("2026-01-25T10:00:00.5Z");
  const story = scripted([
    { at, step: async (world) => void seen.push(`${String(world.now())} ${world.openSubaccount(world.main).owner}`) },
  ]);
  const { ask, world } = steered(clock, story);
  expect(await ask("POST", "/clock/advance", { seconds: "86400" })).toMatchObject({ came: 0 });
  expect(await ask("POST", "/clock/set", { to: "2026-01-26T00:00:00Z" })).toMatchObject({ came: 1 });
  expect(seen).toEqual([`${String(at)} ${account}`]);
  expect(world.accounts.size).toBe(2);
});
