import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { redirected } from "@flexbill/mock";
import { startMock } from "@flexbill/mock/node";
import twilio from "twilio";
import { spentYesterday } from "./spend.mjs";

let mock;
let client;
beforeEach(async () => {
  mock = await startMock({ at: "2026-01-10T08:00:00Z" });
  const httpClient = redirected(new twilio.RequestClient(), mock.url);
  client = twilio(mock.account, mock.authToken, { httpClient });
});
afterEach(() => mock.close());

test("a message is paid for on the day after", async () => {
  await client.messages.create({ to: "+15550100001", from: "+15550100000", body: "Hello" });
  assert.equal(await spentYesterday(client), "0");
  await mock.control.setClock("2026-01-11T08:00:00Z");
  assert.ok(Number(await spentYesterday(client)) > 0);
});

test("the next test knows nothing of it", async () => {
  await mock.control.setClock("2026-01-11T08:00:00Z");
  assert.equal(await spentYesterday(client), "0");
});
