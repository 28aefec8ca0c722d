import { expect, test } from "vitest";
import { account, contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
const seat = { user: "WK0000000000000000000000000000000a", start: "2025-01-01T00:00:00Z", end: null };
const envelope = { specversion: "1.0", source: "/t", subject: account, id: "seat" };
folder.write(
  "events.ndjson",
  `${presence("1")}\n${JSON.stringify({ ...envelope, type: "dev.flexbill.seat", data: seat })}\n`,
);
const patient = { timeout: 60_000 };
const compare = ["compare", "--events", "events.ndjson", "--month", "2025-05"];
const refused = async (...args: readonly string[]) => {
  const { status, out, err } = await folder.run(args);
  expect([status, out]).toEqual([2, ""]);
  return err;
};

test("plans and a changed contract stand side by side, as text, JSON, CSV and SVG", patient, async () => {
  const told = await folder.run([...compare, "--set", "plan.active-user-hour.price=0.50"]);
  expect([told.status, told.err]).toEqual([0, ""]);
  expect(told.out).toMatch(/^Plans compared: May 2025\n/);
  expect(told.out).toMatch(/As agreed \(Active User Hour\) +1\.00 USD\n/);
  expect(told.out).toMatch(/As changed \(Active User Hour\) +0\.50 USD +-0\.50\n/);
  expect(told.out).toMatch(/Named User +150\.00 USD +\+149\.00\n/);
  const json = JSON.parse((await folder.run([...compare, "--format", "json"])).out);
  expect([json.schema, json.plans.length, json.breakEven[0].hours]).toEqual(["flexbill.comparison/1", 3, "150"]);
  const csv = await folder.run([...compare, "--format", "csv"]);
  expect(csv.out).toContain("named-user,named-user,2025-05,USD,150.00,150.00\n");
  await folder.run([...compare, "--format", "svg", "-o", "plans.svg", "--lang", "ja"]);
  expect(folder.read("plans.svg")).toMatch(/^<svg [\s\S]*指名ユーザー制[\s\S]*<\/svg>\n$/);
});

test("a contract that begins after the month is told so, with exit code 1", patient, async () => {
  const early = await folder.run(["compare", "--events", "events.ndjson", "--month", "2025-03"]);
  expect(early.status).toBe(1);
  expect(early.out).toContain("Errors under As agreed (none in force): plan.none");
  expect(early.err).toBe(
    "Note: the contract has no plan before 2025-04-01; as agreed, 2025-03 cannot be rated whole\n",
  );
});

test("no events are no costs, not an error", patient, async () => {
  folder.write("empty.ndjson", "");
  const none = await folder.run(["compare", "--events", "empty.ndjson", "--month", "2025-05"]);
  expect([none.status, none.err]).toEqual([0, "Note: empty.ndjson holds no events\n"]);
  expect(none.out).toMatch(/As agreed \(Active User Hour\) +0\.00 USD\n/);
});

test("a setting that does not fit is refused with the places that there are", patient, async () => {
  expect(await refused(...compare, "--set", "price")).toContain('"price" is no setting; wanted KEY=VALUE');
  expect(await refused(...compare, "--set", "plan.named-user.price=1")).toBe(
    "--set plan.named-user.price: there is no such place in the contract; there are: 0 active-user-hour\n",
  );
  expect(await refused(...compare, "--set", "currency=JPY")).toContain("on the same account, currency and time zone");
  expect(await refused(...compare, "--set", "plan.0.price=-1")).toContain("schema.decimal-negative");
  expect(await refused(...compare, "--shift-hours", "0")).toContain('"0" is no number of hours');
  expect(await refused("compare", "--events", "events.ndjson")).toContain("No month");
  expect(await refused("compare", "--month", "2025-05")).toContain("No events");
});
