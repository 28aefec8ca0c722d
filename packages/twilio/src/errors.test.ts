import { expect, test } from "vitest";
import { errorEnvelope } from "./errors.ts";

test("an unknown resource is named in the envelope, keys in the order of captures", () => {
  const envelope = errorEnvelope("notFound", { path: "/2010-04-01/Accounts/ACx/Usage/Records.json" });
  expect(JSON.stringify(envelope)).toBe(
    '{"code":20404,"message":"The requested resource /2010-04-01/Accounts/ACx/Usage/Records.json was not found",' +
      '"more_info":"https://www.twilio.com/docs/errors/20404","status":404}',
  );
});

test("an unreadable date has no code, as captured in 2016", () => {
  expect(errorEnvelope("invalidStartDate")).toEqual({ message: "Invalid StartDate", status: 400 });
});
