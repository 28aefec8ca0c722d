import { usageCategories, usageRecordSchema } from "@flexbill/twilio";
import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { violations } from "./conformance/violations.ts";
import { account, authorization, smallCentre, worldOf } from "./worlds.ts";

interface Page {
  readonly usage_records: readonly Record<string, string | null>[];
  readonly next_page_uri: string | null;
  readonly [key: string]: unknown;
}

const { app } = createMock(worldOf(smallCentre(), "2026-02-03T10:20:30Z"));
const root = `/2010-04-01/Accounts/${account}/Usage/Records`;

async function page(path: string): Promise<Page> {
  const response = await app.request(path, { headers: authorization });
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
}

async function allRows(path: string): Promise<Page["usage_records"]> {
  const first = await page(path);
  const rows = [...first.usage_records];
  for (let next = first.next_page_uri; next !== null; ) {
    const more = await page(next);
    rows.push(...more.usage_records);
    next = more.next_page_uri;
  }
  return rows;
}

const lists = ["", "AllTime", "Daily", "Monthly", "Yearly", "Today", "Yesterday", "ThisMonth", "LastMonth"];
for (const list of lists) {
  test(`the list "${list}" has exactly the keys and forms of Twilio's description and of ours`, async () => {
    const body = await page(`${root}${list === "" ? "" : `/${list}`}.json?PageSize=3`);
    expect(violations("api_v2010", `ListUsageRecord${list}`, body)).toEqual([]);
    for (const row of body.usage_records) expect(usageRecordSchema.safeParse(row).error).toBeUndefined();
  });
}

test("an unfiltered list has one row for every category, zeros included, in pages of fifty", async () => {
  const first = await page(`${root}/LastMonth.json`);
  expect(first["page_size"]).toBe(50);
  expect(first.usage_records.length).toBe(50);
  const rows = await allRows(`${root}/LastMonth.json`);
  expect(rows.map(({ category }) => category)).toEqual(usageCategories.map(({ id }) => id));
  expect(rows.find(({ category }) => category === "wireless")).toMatchObject({ price: "0", usage: "0", count: "0" });
});

test("a category says what it counted, used and cost; a roll-up says what its leaves say", async () => {
  const rows = await allRows(`${root}/LastMonth.json?PageSize=1000`);
  const of = (name: string) => rows.find(({ category }) => category === name);
  expect(of("sms-outbound-longcode")).toMatchObject({ count: "4", usage: "8", price: "0.0664" });
  expect(of("sms")).toMatchObject({ count: "4", usage: "8", price: "0.0664" });
  expect(of("pstnconnectivity-inbound")).toMatchObject({ count: "4", usage: "8", price: "0.068" });
  expect(of("programmablevoiceconnectivity")?.["price"]).toBe("0.068");
  expect(of("flex-active-user-hours")).toMatchObject({
    usage: "5.333333",
    start_date: "2026-01-01",
    end_date: "2026-01-31",
  });
});

test("the days of a month are newest first, consume an allowance in order, and each has its own price", async () => {
  const rows = await allRows(
    `${root}/Daily.json?Category=flex-active-user-hours&StartDate=2026-01-01&EndDate=2026-01-31`,
  );
  expect(rows.length).toBe(31);
  expect(rows[0]).toMatchObject({ start_date: "2026-01-31", end_date: "2026-01-31", usage: "1.333333" });
  expect(rows.filter(({ usage }) => usage !== "0").map(({ start_date }) => start_date)).toEqual([
    "2026-01-31",
    "2026-01-20",
    "2026-01-05",
    "2026-01-02",
  ]);
});

test("every row of a response is known up to the same whole minute", async () => {
  const rows = await allRows(`${root}.json?PageSize=300`);
  expect(new Set(rows.map((row) => row["as_of"]))).toEqual(new Set(["2026-02-03T10:20:00+00:00"]));
});

test("filters stay in the address of the next page", async () => {
  const first = await page(`${root}/Daily.json?Category=sms&StartDate=2026-01-01&EndDate=2026-01-31&PageSize=10`);
  expect(first.next_page_uri).toContain(
    "Daily.json?Category=sms&StartDate=2026-01-01&EndDate=2026-01-31&PageSize=10&Page=1&PageToken=",
  );
});

test("offsets count from today, and an unknown category has no rows", async () => {
  const rows = await allRows(`${root}/Daily.json?Category=sms&StartDate=-2days&EndDate=%2B30days`);
  expect(rows.map(({ start_date }) => start_date)).toEqual(["2026-02-03", "2026-02-02", "2026-02-01"]);
  expect((await page(`${root}.json?Category=no-such-thing`)).usage_records).toEqual([]);
});

async function problem(path: string, headers: Record<string, string> = authorization) {
  const response = await app.request(path, { headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

test("an end before the start is no resource, and a date that is none is named", async () => {
  const reversed = await problem(`${root}.json?StartDate=2026-01-02&EndDate=2026-01-01`);
  expect(reversed.body).toEqual({
    code: 20404,
    message: `The requested resource ${root}.json was not found`,
    more_info: "https://www.twilio.com/docs/errors/20404",
    status: 404,
  });
  expect((await problem(`${root}.json?StartDate=soon`)).body).toEqual({ message: "Invalid StartDate", status: 400 });
  expect((await problem(`${root}.json?Page=1`)).body["code"]).toBe(70002);
  expect((await problem(`${root}.json?Page=1&PageToken=x`)).body["code"]).toBe(20001);
});

test("no credentials, a wrong token and a malformed header are all 401", async () => {
  const wrong = { Authorization: `Basic ${btoa(`${account}:${"1".repeat(32)}`)}` };
  for (const headers of [{}, wrong, { Authorization: "Basic ?" }, { Authorization: "Bearer x" }]) {
    const { status, body, headers: answered } = await problem(`${root}.json`, headers);
    expect([status, body["code"], body["message"]]).toEqual([401, 20003, "Authenticate"]);
    expect(answered.get("WWW-Authenticate")).toBe('Basic realm="Twilio API"');
  }
});

test("another account does not exist for the caller", async () => {
  const other = `AC${"9".repeat(32)}`;
  const { status, body } = await problem(`/2010-04-01/Accounts/${other}/Usage/Records.json`);
  expect([status, body["code"]]).toEqual([404, 20404]);
});

test("what is not served says so, instead of a made-up answer", async () => {
  const { status, body } = await problem(`/2010-04-01/Accounts/${account}/Queues.json`);
  expect(status).toBe(501);
  expect(body["message"]).toBe(`flexbill does not serve GET api.twilio.com/2010-04-01/Accounts/${account}/Queues.json`);
});

test("a response carries its length and the headers of real ones", async () => {
  const response = await app.request(`${root}/Today.json?Category=sms`, { headers: authorization });
  const body = await response.arrayBuffer();
  expect(response.headers.get("Content-Length")).toBe(String(body.byteLength));
  expect(response.headers.get("Twilio-Request-Id")).toMatch(/^RQ[0-9a-f]{32}$/);
  expect(response.headers.get("X-API-Domain")).toBe("api.twilio.com");
  expect(response.headers.get("X-Shenanigans")).toBe("none");
});
