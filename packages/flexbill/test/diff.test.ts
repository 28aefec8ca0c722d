import { expect, test } from "vitest";
import { account, contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("dearer.yaml", contract.replace('"1.00"', '"1.50"'));
folder.write("events.ndjson", `${presence("1")}\n`);
const other = "AC00000000000000000000000000000009";
const patient = { timeout: 60_000 };
const rate = (of: string, file: string) =>
  folder.run(["rate", "--events", "events.ndjson", "--month", of, "--format", "json", "-o", file]);

// One hour in May at 1.00, none in April.
test("two invoices are told apart by cause, with exit code 1 above the threshold", patient, async () => {
  await Promise.all([rate("2025-04", "april.json"), rate("2025-05", "may.json")]);
  const told = await folder.run(["diff", "april.json", "may.json", "--threshold", "1"]);
  expect([told.status, told.err]).toEqual([0, ""]);
  expect(told.out).toMatch(/^Bill of May 2025 against April 2025\n/);
  expect(told.out).toMatch(/\nQuantity +\+1\.00 USD\n/);
  const above = await folder.run(["diff", "april.json", "may.json", "--threshold", "0.99", "--format", "json"]);
  expect(above.status).toBe(1);
  expect(JSON.parse(above.out).totals.USD.parts).toEqual({ quantity: { low: "1.00", high: "1.00" } });
});

test("two contracts are told apart over the same events, as a comment", patient, async () => {
  const contracts = ["diff", "flexbill.yaml", "dearer.yaml", "--events", "events.ndjson", "--month", "2025-05"];
  const told = await folder.run([...contracts, "--format", "markdown", "--lang", "ja"]);
  expect([told.status, told.err]).toEqual([0, ""]);
  expect(told.out).toMatch(/^## 変更後の契約による2025年5月の請求\n/);
  expect(told.out).toContain("| 単価 | +0.50 USD |");
});

test("what cannot be compared is refused with the reason", patient, async () => {
  await rate("2025-05", "may.json");
  folder.write("other.json", folder.read("may.json").replaceAll(account, other));
  folder.write("bad.json", '{ "schema": "flexbill.invoice/1", "month": 5 }');
  const refused = async (...args: readonly string[]) => {
    const { status, out, err } = await folder.run(["diff", ...args]);
    expect([status, out]).toEqual([2, ""]);
    return err;
  };
  expect(await refused("may.json", "other.json")).toContain(
    `The bills are of two accounts, "${account}" and "${other}"`,
  );
  const both = await refused("bad.json", "none.json");
  expect(both).toContain("bad.json:1:");
  expect(both).toContain("none.json");
  expect(await refused("flexbill.yaml", "dearer.yaml", "--events", "events.ndjson")).toContain("No month");
  expect(await refused("may.json", "may.json", "--month", "2025-05")).toContain("--month is of contracts");
  expect(await refused("may.json", "may.json", "--threshold", "-1")).toContain('"-1" is no threshold');
  expect(await refused("-", "-")).toContain("Only one of these can read standard input");
});

test("a contract that begins after the month gives no clean bill", patient, async () => {
  folder.write("later.yaml", contract.replace("2025-04-01", "2025-09-01"));
  const contracts = ["diff", "flexbill.yaml", "later.yaml", "--events", "events.ndjson", "--month", "2025-05"];
  expect((await folder.run(contracts)).status).toBe(1);
});
