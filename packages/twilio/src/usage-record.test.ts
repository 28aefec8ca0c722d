import { date, decimal, instant, zero } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { type UsageRecord, usageRecordDocument, usageRecordSchema } from "./usage-record.ts";
import { formatAsOf, formatIsoSeconds, formatRfc2822 } from "./wire-dates.ts";

const account = `AC${"a".repeat(32)}`;
const record: UsageRecord = {
  account,
  category: "sms-inbound",
  list: "Daily",
  start: date("2026-01-05"),
  end: date("2026-01-05"),
  asOf: instant("2026-01-31T01:07:35.900Z"),
  count: decimal("736"),
  usage: decimal("737"),
  price: decimal("6.1300"),
  currency: "USD",
};

test("a record is written in the key order of the newest capture, its price a string without trailing zeros", () => {
  const document = usageRecordDocument(record);
  expect(usageRecordSchema.parse(document)).toEqual(document);
  expect(Object.keys(document).join()).toBe(
    "category,description,account_sid,start_date,end_date,as_of,count,count_unit,usage,usage_unit,price,price_unit,api_version,uri,subresource_uris",
  );
  expect(document).toMatchObject({
    price: "6.13",
    price_unit: "usd",
    count: "736",
    count_unit: "messages",
    usage_unit: "segments",
  });
  expect(document.as_of).toBe("2026-01-31T01:07:35+00:00");
  expect(document.uri).toBe(
    `/2010-04-01/Accounts/${account}/Usage/Records/Daily.json?Category=sms-inbound&StartDate=2026-01-05&EndDate=2026-01-05`,
  );
  expect(document.subresource_uris["last_month"]).toBe(
    `/2010-04-01/Accounts/${account}/Usage/Records/LastMonth.json?Category=sms-inbound`,
  );
});

test("a zero is written without a point, and the total price is measured in its currency", () => {
  expect(usageRecordDocument({ ...record, price: zero, usage: zero })).toMatchObject({ price: "0", usage: "0" });
  const total = usageRecordDocument({ ...record, category: "totalprice", count: null, list: "" });
  expect(total).toMatchObject({ count: null, count_unit: "", usage_unit: "usd" });
  expect(total.uri).toContain("/Usage/Records.json?Category=totalprice&");
});

test("dates of the wire have whole seconds, in the form of each interface", () => {
  const at = instant("2012-10-13T21:32:30.250Z");
  expect(formatIsoSeconds(at)).toBe("2012-10-13T21:32:30Z");
  expect(formatAsOf(at)).toBe("2012-10-13T21:32:30+00:00");
  expect(formatRfc2822(at)).toBe("Sat, 13 Oct 2012 21:32:30 +0000");
});
