import { expect, test } from "vitest";
import { clientOf, served } from "./client.ts";
import { account, smallCentre, worldOf } from "./worlds.ts";

const world = worldOf(smallCentre(), "2026-02-03T10:20:30Z");

test("Twilio's client lists every category across pages", async () => {
  await served(world, async (url) => {
    const records = await clientOf(url).usage.records.list();
    expect(records.length).toBeGreaterThan(600);
    expect(new Set(records.map(({ category }) => category)).size).toBe(records.length);
  });
});

test("Twilio's client lists last month, and its days", async () => {
  await served(world, async (url) => {
    const { records } = clientOf(url).usage;
    const [month] = await records.lastMonth.list({ category: "sms" });
    expect(month).toMatchObject({ price: "0.0664", usage: "8", count: "4", priceUnit: "usd" });
    const days = await records.daily.list({
      category: "sms",
      startDate: new Date("2026-01-01"),
      endDate: new Date("2026-01-31"),
      pageSize: 7,
    });
    expect(days.length).toBe(31);
    expect(days.filter(({ price }) => String(price) === "0.0166").length).toBe(4);
  });
});

test("Twilio's client meets wrong credentials and an unknown account as it does at Twilio", async () => {
  await served(world, async (url) => {
    const wrong = clientOf(url, "1".repeat(32)).usage.records.list();
    await expect(wrong).rejects.toMatchObject({ status: 401, code: 20003, message: "Authenticate" });
    const other = `AC${"9".repeat(32)}`;
    const unknown = clientOf(url).api.v2010.accounts(other).usage.records.list();
    await expect(unknown).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

test("Twilio's client fetches its account and balance, and opens a subaccount", async () => {
  const fresh = worldOf(smallCentre(), "2026-02-03T10:20:30Z");
  await served(fresh, async (url) => {
    const client = clientOf(url);
    expect(await client.api.v2010.accounts(account).fetch()).toMatchObject({ sid: account, status: "active" });
    expect(Number((await client.balance.fetch()).balance)).toBeLessThan(0);
    const sub = await client.api.v2010.accounts.create({ friendlyName: "Osaka" });
    expect(sub).toMatchObject({ friendlyName: "Osaka", ownerAccountSid: account });
    expect((await client.api.v2010.accounts.list()).map(({ sid }) => sid)).toEqual([account, sub.sid]);
    const own = clientOf(url, sub.authToken, sub.sid);
    expect(await own.usage.records.lastMonth.list({ category: "sms" })).toMatchObject([{ price: "0" }]);
  });
});
