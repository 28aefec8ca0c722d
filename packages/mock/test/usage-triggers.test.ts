import { formatInstant, instant } from "@flexbill/kernel";
import twilio from "twilio";
import { expect, test } from "vitest";
import {
  createCourse,
  createDeliveries,
  createMock,
  createTestClock,
  createWorld,
  type Outgoing,
} from "../src/index.ts";
import { clientOf, served } from "./client.ts";
import { violations } from "./conformance/violations.ts";
import { account, authorization, smallCentre } from "./worlds.ts";

function standing(at: string, answers: readonly (number | null)[] = [200]) {
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant(at));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  const sent: Outgoing[] = [];
  const deliveries = createDeliveries(async (outgoing) => {
    sent.push(outgoing);
    return answers[Math.min(sent.length, answers.length) - 1] ?? null;
  }, clock.now);
  const course = createCourse({ world, clock, deliver: deliveries.deliver });
  const advance = (to: string) => course.goTo(instant(to));
  return { clock, world, sent, deliveries, advance };
}

const hook = { callbackUrl: "http://127.0.0.1:9/hook", usageCategory: "sms", triggerValue: "3" };

test("a trigger is created, fires once where its value is crossed, is signed as Twilio signs, and is deleted", async () => {
  const { world, sent, advance } = standing("2026-01-01T00:00:00Z");
  await served(world, async (url) => {
    const { triggers } = clientOf(url).usage;
    const made = await triggers.create(hook);
    expect(made).toMatchObject({ triggerBy: "usage", recurring: null, triggerValue: "3.000000", dateFired: null });
    expect(made.friendlyName).toBe("Trigger for sms at usage of 3");
    await advance("2026-01-06T00:00:00Z");
    expect(sent.length).toBe(1);
    const [{ headers, body, url: address }] = sent as [Outgoing];
    const said = Object.fromEntries(new URLSearchParams(body ?? ""));
    expect(said).toMatchObject({ UsageTriggerSid: made.sid, CurrentValue: "4", Recurring: "", UsageCategory: "sms" });
    expect(said["DateFired"]).toBe("Mon, 05 Jan 2026 09:31:00 +0000");
    expect(twilio.validateRequest("0".repeat(32), headers["X-Twilio-Signature"] ?? "", address, said)).toBe(true);
    expect((await triggers(made.sid).fetch()).dateFired).toEqual(new Date("2026-01-05T09:31:00Z"));
    await advance("2026-02-01T00:00:00Z");
    expect(sent.length).toBe(1);
    expect(await triggers(made.sid).remove()).toBe(true);
    await expect(triggers(made.sid).fetch()).rejects.toMatchObject({ status: 404 });
  });
});

test("a daily trigger fires once in every day that crosses its value, each time with a token of that day", async () => {
  const { world, sent, advance } = standing("2026-01-01T00:00:00Z");
  await served(world, async (url) => {
    await clientOf(url).usage.triggers.create({ ...hook, triggerValue: "2", recurring: "daily" });
    await advance("2026-02-02T00:00:00Z");
    const tokens = sent.map(({ body }) => new URLSearchParams(body ?? "").get("IdempotencyToken")?.slice(-10));
    expect(tokens).toEqual(["2026-01-02", "2026-01-05", "2026-01-20", "2026-01-31"]);
  });
});

test("a server's error is tried three times more with the same token, a client's error is not", async () => {
  const failing = standing("2026-01-01T00:00:00Z", [500]);
  await served(failing.world, async (url) => {
    await clientOf(url).usage.triggers.create(hook);
    await failing.advance("2026-01-06T00:00:00Z");
  });
  expect(failing.deliveries.log.map(({ attempt, status }) => [attempt, status])).toEqual(
    [1, 2, 3, 4].map((n) => [n, 500]),
  );
  expect(new Set(failing.sent.map(({ body }) => body)).size).toBe(1);
  const refusing = standing("2026-01-01T00:00:00Z", [400]);
  await served(refusing.world, async (url) => {
    await clientOf(url).usage.triggers.create(hook);
    await refusing.advance("2026-01-06T00:00:00Z");
  });
  expect(refusing.sent.length).toBe(1);
});

test("an address beyond this machine is refused, and the log says so", async () => {
  const { world, sent, deliveries, advance, clock } = standing("2026-01-01T00:00:00Z");
  await served(world, async (url) => {
    await clientOf(url).usage.triggers.create({ ...hook, callbackUrl: "https://example.com/hook" });
    await advance("2026-01-06T00:00:00Z");
  });
  expect(sent).toEqual([]);
  expect(deliveries.log).toMatchObject([{ refused: true, status: null }]);
  expect(formatInstant(clock.now())).toBe("2026-01-06T00:00:00Z");
});

test("a value above what is used now counts from now, and triggers have exactly the keys of Twilio's description", async () => {
  const { world } = standing("2026-01-10T00:00:00Z");
  const path = `/2010-04-01/Accounts/${account}/Usage/Triggers.json`;
  const { app } = createMock(world);
  const body = new URLSearchParams({ CallbackUrl: hook.callbackUrl, UsageCategory: "sms", TriggerValue: "+30" });
  const made = await app.request(path, { method: "POST", body, headers: authorization });
  const document = (await made.json()) as Record<string, unknown>;
  expect(made.status).toBe(201);
  expect(document).toMatchObject({ trigger_value: "34.000000", current_value: "4" });
  expect(violations("api_v2010", "CreateUsageTrigger", document)).toEqual([]);
  const list = await (await app.request(path, { headers: authorization })).json();
  expect(violations("api_v2010", "ListUsageTrigger", list)).toEqual([]);
  for (const wrong of [
    { TriggerValue: "-1" },
    { UsageCategory: "nothing" },
    { Recurring: "hourly" },
    { CallbackUrl: "x" },
  ]) {
    const form = new URLSearchParams({ ...Object.fromEntries(body), ...wrong });
    const response = await app.request(path, { method: "POST", body: form, headers: authorization });
    expect([response.status, ((await response.json()) as { code: number }).code]).toEqual([400, 20001]);
  }
});
