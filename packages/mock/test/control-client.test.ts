import { createServer } from "node:http";
import twilio from "twilio";
import { expect, test } from "vitest";
import { createControlClient, redirected } from "../src/index.ts";
import { type StartedMock, startMock } from "../src/node/index.ts";
import { smallCentre } from "./worlds.ts";

const clientOf = ({ account, authToken, url }: StartedMock) =>
  twilio(account, authToken, { httpClient: redirected(new twilio.RequestClient(), url) });

test("the control client moves the clock, and tells what fired and who was called", async () => {
  const { contract: _document, priceBook, events } = smallCentre();
  const heard: string[] = [];
  const hook = createServer((request, response) => {
    request.on("data", (part) => heard.push(String(part))).on("end", () => response.end());
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  const { port } = hook.address() as { port: number };
  await using mock = await startMock({ priceBook, events, at: "2026-01-01T00:00:00Z" });
  const trigger = await clientOf(mock).usage.triggers.create({
    callbackUrl: `http://127.0.0.1:${port}/`,
    usageCategory: "sms",
    triggerValue: "3",
  });
  const moved = await mock.control.setClock("2026-01-06T00:00:00Z");
  expect(moved).toMatchObject({ now: "2026-01-06T00:00:00Z", fired: [{ trigger: trigger.sid }] });
  expect(moved.deliveries).toMatchObject([{ trigger: trigger.sid, attempt: 1, status: 200, refused: false }]);
  expect(await mock.control.deliveries()).toEqual(moved.deliveries);
  expect(new URLSearchParams(heard.join("")).get("UsageTriggerSid")).toBe(trigger.sid);
  await new Promise((resolve) => hook.close(resolve));
});

test("the control client takes snapshots, reads the journal and makes keys", async () => {
  await using mock = await startMock();
  const { control } = mock;
  expect(await control.health()).toEqual({ status: "ok" });
  expect(await control.snapshots.take("empty")).toMatchObject({ name: "empty" });
  await clientOf(mock).api.v2010.accounts.create({ friendlyName: "Osaka" });
  const [written] = await control.journal.search({ method: "POST", status: 201 });
  expect(written).toMatchObject({ path: "/2010-04-01/Accounts.json", body: "FriendlyName=Osaka" });
  expect(await control.journal.find(written?.id ?? 0)).toEqual(written);
  expect(await control.journal.curl(written?.id ?? 0)).toMatch(/^curl -X 'POST'/);
  await control.journal.clear();
  expect(await control.journal.search()).toEqual([]);
  expect(await control.snapshots.list()).toEqual(["empty"]);
  await control.snapshots.restore("empty");
  expect((await clientOf(mock).api.v2010.accounts.list()).length).toBe(1);
  await control.snapshots.remove("empty");
  const key = await control.makeKey({ kind: "restricted", allow: ["GET taskrouter.twilio.com/v1/Workspaces*"] });
  const client = twilio(key.sid, key.secret, {
    accountSid: mock.account,
    httpClient: redirected(new twilio.RequestClient(), mock.url),
  });
  expect((await client.taskrouter.v1.workspaces.list()).length).toBe(1);
  await expect(client.balance.fetch()).rejects.toMatchObject({ status: 403, code: 20003 });
  await control.reset();
  await expect(client.taskrouter.v1.workspaces.list()).rejects.toMatchObject({ status: 401 });
});

test("the control client reads what only the world knows, and takes a world elsewhere", async () => {
  await using here = await startMock({ at: "2026-01-31T00:00:00Z" });
  await using there = await startMock({ at: "2020-01-01T00:00:00Z" });
  await clientOf(here).messages.create({ to: "+15550100001", from: "+15550100000", body: "Hello" });
  const { invoices, came } = await here.control.setClock("2026-02-02T00:00:00Z");
  expect([invoices, came]).toMatchObject([[{ account: here.account, month: "2026-01" }], 0]);
  const invoice = await here.control.accounts.invoice(here.account, "2026-01");
  expect(invoice.totals).toEqual(invoices[0]?.totals);
  expect(invoice.charges.map(({ product }) => product)).toContain("sms-outbound");
  expect(await here.control.accounts.list()).toMatchObject([{ sid: here.account, status: "active" }]);
  expect(await here.control.accounts.terms(here.account)).toMatchObject({ contract: { account: here.account } });
  expect(await here.control.accounts.month(here.account, "2026-01")).toMatchObject({ month: "2026-01" });
  const loaded = await there.control.world.load(await here.control.world.save());
  expect(loaded).toEqual({ now: "2026-02-02T00:00:00Z", rate: "0", accounts: 1 });
  expect(await there.control.accounts.invoice(here.account, "2026-01")).toEqual(invoice);
  await expect(there.control.world.load({ schema: "none" })).rejects.toMatchObject({
    status: 400,
    issues: expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]),
  });
  expect(await there.control.setRate(60)).toMatchObject({ rate: "60" });
});

test("what control refuses is an error with its status, code and message", async () => {
  await using mock = await startMock({ at: "2026-01-06T00:00:00Z" });
  await expect(mock.control.setClock("2026-01-05T00:00:00Z")).rejects.toMatchObject({
    status: 409,
    message: "The clock does not go back but by a snapshot",
  });
  await expect(mock.control.snapshots.restore("never")).rejects.toMatchObject({ status: 404, code: 20404 });
  const stranger = createControlClient({ url: mock.url, token: "guess", fetch });
  await expect(stranger.reset()).rejects.toMatchObject({ status: 401, code: 20003 });
});

test("in one process the control client needs no network", async () => {
  await using mock = await startMock();
  const { fetch: inProcess } = mock.mock;
  const control = createControlClient({ url: "http://localhost", token: mock.controlToken, fetch: inProcess });
  expect(await control.advance("0.5")).toMatchObject({ now: "2026-01-01T00:00:00.500Z" });
});

test("a mock does not start on what is no contract or no time, and says everything that is wrong", async () => {
  await expect(startMock({ contract: { currency: 5, timeZone: "Nowhere" } })).rejects.toThrow(
    /currency[\s\S]*timeZone/,
  );
  await expect(startMock({ at: "soon" })).rejects.toThrow(/^at: .*"soon"/);
});
