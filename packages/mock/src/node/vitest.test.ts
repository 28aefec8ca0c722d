import twilio from "twilio";
import { expect } from "vitest";
import { redirected } from "../client/redirected.ts";
import { mockTest, test } from "./vitest.ts";

const made: string[] = [];

for (const round of [1, 2])
  test(`each test has a world of its own, round ${round}`, async ({ mock }) => {
    const client = twilio(mock.account, mock.authToken, {
      httpClient: redirected(new twilio.RequestClient(), mock.url),
    });
    expect((await client.api.v2010.accounts.list()).length).toBe(1);
    const { sid } = await client.api.v2010.accounts.create({ friendlyName: `of round ${round}` });
    const earlier = made.map((url) => fetch(`${url}/_flexbill/api/v1/health`).catch(() => "closed"));
    expect(await Promise.all(earlier)).toEqual(made.map(() => "closed"));
    expect(sid).toMatch(/^AC/);
    made.push(mock.url);
  });

const inFebruary = mockTest({ at: "2026-02-01T00:00:00Z", strict: true });

inFebruary("a world begins as it is told, and its clock moves when it is told", async ({ mock }) => {
  expect(await mock.control.now()).toEqual({ now: "2026-02-01T00:00:00Z", rate: "0" });
  await mock.control.advance(3_600);
  expect(await mock.control.now()).toEqual({ now: "2026-02-01T01:00:00Z", rate: "0" });
});
