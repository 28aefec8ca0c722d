import { instant } from "@flexbill/kernel";
import { parseEvent } from "@flexbill/usage";
import { expect, test } from "vitest";
import { createMock, createWorld } from "../src/index.ts";
import { account, authorization, event, sid, smallCentre } from "./worlds.ts";

/** Two subaccounts that send messages and make calls of their own. */
function family() {
  const { contract, priceBook, events } = smallCentre();
  const now = () => instant("2026-01-31T12:00:00Z");
  const world = createWorld({ contract, priceBook, events, truth: 3, now });
  for (const name of ["Osaka", "Kyoto"]) {
    const { sid: subject } = world.openSubaccount(world.main, name);
    const data = {
      message: sid("SM", 900),
      channel: "whatsapp",
      direction: "inbound",
      segments: null,
      provider: null,
      customer: "one",
    };
    const sent = {
      ...event("message", name, { ...data, at: "2026-01-31T10:00:00Z", country: "US", user: sid("WK", 1) }),
      subject,
    };
    const parsed = parseEvent(sent);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    expect(world.happened(parsed.value)).toBe(true);
  }
  return world;
}

test("a record sums the account and its subaccounts, unless the client wants the account alone", async () => {
  const world = family();
  const { app } = createMock(world);
  const read = async (of: string, query: string, headers: Record<string, string> = authorization) => {
    const path = `/2010-04-01/Accounts/${of}/Usage/Records/ThisMonth.json?PageSize=1000${query}`;
    const page = (await (await app.request(path, { headers })).json()) as { usage_records: Row[] };
    return new Map(page.usage_records.map((row) => [row.category, row]));
  };
  const subs = [...world.accounts.keys()].filter((each) => each !== account);
  const together = await read(account, "");
  const alone = await read(account, "&IncludeSubaccounts=false");
  const each = await Promise.all(subs.map((sub) => read(sub, "")));
  expect(together).toEqual(await read(account, "&IncludeSubaccounts=true"));
  for (const [category, row] of together) {
    const parts = [alone, ...each].map((rows) => rows.get(category) as Row);
    for (const figure of ["usage", "price"] as const) {
      const sum = parts.reduce((total, part) => total + Number(part[figure]), 0);
      expect([category, Number(row[figure])]).toEqual([category, expect.closeTo(sum, 9)]);
    }
  }
  const messages = (rows: ReadonlyMap<string, Row>) => rows.get("channels-messaging")?.usage;
  expect([together, alone, ...each].map(messages)).toEqual(["6", "4", "1", "1"]);
  expect(together.get("channels-messaging")?.account_sid).toBe(account);
});

test("a world may begin with subaccounts on terms of their own, each with the events that name it", async () => {
  const { contract, priceBook, events } = smallCentre();
  const other = sid("AC", 2);
  const now = () => instant("2026-01-31T12:00:00Z");
  const theirs = events.map((each) => ({ ...each, subject: other, source: "/theirs" }));
  const subaccounts = [{ contract: { ...contract, account: other, allowances: [] }, friendlyName: "Osaka" }];
  const world = createWorld({ contract, priceBook, events: [...events, ...theirs], subaccounts, now });
  expect([...world.accounts.keys()]).toEqual([account, other]);
  const usageOf = (of: string) =>
    world.accounts
      .get(of)
      ?.log.all()
      .map(({ subject }) => subject);
  expect(new Set(usageOf(account))).toEqual(new Set([account]));
  expect(new Set(usageOf(other))).toEqual(new Set([other]));
  const { app } = createMock(world);
  const rowOf = async (query: string) => {
    const path = `/2010-04-01/Accounts/${account}/Usage/Records/ThisMonth.json?Category=sms${query}`;
    const page = (await (await app.request(path, { headers: authorization })).json()) as { usage_records: [Row] };
    return page.usage_records[0].usage;
  };
  expect(Number(await rowOf(""))).toBe(2 * Number(await rowOf("&IncludeSubaccounts=false")));
  expect(world.openSubaccount(world.main).authToken).not.toBe(world.accounts.get(other)?.authToken);
});

interface Row {
  readonly category: string;
  readonly account_sid: string;
  readonly usage: string;
  readonly price: string;
}
