import { redirected } from "@flexbill/mock";
import { mockTest } from "@flexbill/mock/vitest";
import twilio from "twilio";
import { expect } from "vitest";
import { spentYesterday } from "./spend.mjs";

const test = mockTest({ at: "2026-01-10T08:00:00Z" });
const clientOf = (mock) =>
  twilio(mock.account, mock.authToken, { httpClient: redirected(new twilio.RequestClient(), mock.url) });

test("a message is paid for on the day after", async ({ mock }) => {
  const client = clientOf(mock);
  await client.messages.create({ to: "+15550100001", from: "+15550100000", body: "Hello" });
  expect(await spentYesterday(client)).toBe("0");
  await mock.control.setClock("2026-01-11T08:00:00Z");
  expect(Number(await spentYesterday(client))).toBeGreaterThan(0);
});

test("the next test knows nothing of it", async ({ mock }) => {
  await mock.control.setClock("2026-01-11T08:00:00Z");
  expect(await spentYesterday(clientOf(mock))).toBe("0");
});

test("a wrong token is refused as Twilio refuses it", async ({ mock }) => {
  const stranger = clientOf({ ...mock, authToken: "1".repeat(32) });
  await expect(spentYesterday(stranger)).rejects.toMatchObject({ status: 401, code: 20003 });
});
