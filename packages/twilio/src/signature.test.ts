import { expect, test } from "vitest";
import { twilioSignature, withBodyDigest } from "./signature.ts";

const token = "12345678901234567890123456789012";
const account = `AC${"a".repeat(32)}`;
const trigger = `UT${"1".repeat(32)}`;

test("a form callback of a usage trigger is signed as Twilio's own libraries sign it", async () => {
  const parameters = {
    AccountSid: account,
    UsageTriggerSid: trigger,
    DateFired: "Sun, 04 Oct 2026 12:00:00 +0000",
    Recurring: "monthly",
    UsageCategory: "totalprice",
    TriggerBy: "price",
    TriggerValue: "60.000000",
    CurrentValue: "60.52",
    UsageRecordUri: `/2010-04-01/Accounts/${account}/Usage/Records/ThisMonth.json?Category=totalprice`,
    IdempotencyToken: `${account}-FIRES-${trigger}-2026-10-01`,
  };
  expect(await twilioSignature(token, "http://localhost:3000/hooks/usage?tenant=7", parameters)).toBe(
    "79rVDxwk9RNDk5KmTlaqQ9f6474=",
  );
});

test("a JSON callback is signed over its address with the digest of the body", async () => {
  const url = await withBodyDigest("http://localhost:3000/hooks/json", '{"asOf":"2026-10-01"}');
  expect(url).toBe(
    "http://localhost:3000/hooks/json?bodySHA256=e788e8b752079709b0ab410a2a784f79c530747ff417a555045f9ec124380a73",
  );
  expect(await twilioSignature(token, url)).toBe("/c0dZ3EZRpyphCrFdFjXQ/RaYXs=");
});

test("a fragment is not signed, and a repeated parameter counts its distinct values in order", async () => {
  const once = await twilioSignature(token, "https://example.com/a", { b: ["2", "1", "2"] });
  expect(await twilioSignature(token, "https://example.com/a#here", { b: ["1", "2"] })).toBe(once);
  expect(await twilioSignature(token, "https://example.com/a", { b: "1" })).not.toBe(once);
});
