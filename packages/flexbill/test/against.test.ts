import { expect, test } from "vitest";
import { account, contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("events.ndjson", `${presence("1")}\n`);
folder.write("late.ndjson", `${presence("2", "WK0000000000000000000000000000000b")}\n`);
const studio = { product: "studio", quantity: "3", unit: "engagement", at: "2025-05-06T09:00:00Z", user: null };
const envelope = { specversion: "1.0", source: "/t", subject: account };
const event = (id: string, type: string, data: object) => JSON.stringify({ ...envelope, id, type, data });
folder.write("studio.ndjson", `${event("s", "dev.flexbill.usage", { ...studio, dimensions: {} })}\n`);
const patient = { timeout: 60_000 };
const again = ["rate", "--events", "events.ndjson", "--events", "late.ndjson", "--against", "old.json"];

test("an earlier invoice is corrected by what came late, in text and as JSON", patient, async () => {
  await folder.run(["rate", "--events", "events.ndjson", "--month", "2025-05", "--format", "json", "-o", "old.json"]);
  const told = await folder.run(again);
  expect([told.status, told.err]).toEqual([0, ""]);
  expect(told.out).toMatch(/^Difference for May 2025\n\nCorrects +Amount\n/);
  expect(told.out).toMatch(/2025-05\/license\/flex-active-user-hour +\+1\.00 USD\n$/);
  const json = JSON.parse((await folder.run([...again, "--format", "json"])).out);
  expect(json).toEqual({
    account,
    month: "2025-05",
    adjustments: [{ corrects: "2025-05/license/flex-active-user-hour", currency: "USD", amount: "1.00" }],
    unsettled: [],
  });
});

test("a charge that is a range is shown and not adjusted, and no difference is said so", patient, async () => {
  const range = await folder.run([
    "rate",
    "--events",
    "events.ndjson",
    "--events",
    "studio.ndjson",
    "--against",
    "old.json",
  ]);
  expect(range.out).toMatch(
    /Ranges that differ, shown and not adjusted\n.*\n.*overage\/studio USD +– +0\.00 – no upper bound/,
  );
  const same = await folder.run(["rate", "--events", "events.ndjson", "--against", "old.json", "--lang", "ja"]);
  expect(same.out).toBe("2025年5月の差額\n\n差額はありません\n");
});

test("an invoice that does not fit is refused with the reason", patient, async () => {
  folder.write("bad.json", '{ "schema": "flexbill.invoice/1", "month": 5 }');
  folder.write("other.json", folder.read("old.json").replaceAll(account, "AC00000000000000000000000000000009"));
  folder.write("thirteenth.json", folder.read("old.json").replace('"2025-05"', '"2025-13"'));
  const refused = async (...args: readonly string[]) => {
    const { status, out, err } = await folder.run(["rate", "--events", "events.ndjson", ...args]);
    expect([status, out]).toEqual([2, ""]);
    return err;
  };
  expect(await refused("--against", "none.json")).toContain("none.json");
  expect(await refused("--against", "bad.json")).toMatch(/bad\.json:1:\d+/);
  expect(await refused("--against", "thirteenth.json")).toContain('"2025-13"');
  expect(await refused("--against", "other.json")).toContain('of account "AC00000000000000000000000000000009"');
  expect(await refused("--against", "old.json", "--month", "2025-06")).toBe(
    "--against is the invoice of 2025-05, --month wants 2025-06\n",
  );
  expect(await refused("--against", "old.json", "--format", "csv")).toBe("--against prints text or JSON, no CSV\n");
  expect(await refused("--events", "-", "--against", "-")).toContain("Only one of these can read standard input");
});
