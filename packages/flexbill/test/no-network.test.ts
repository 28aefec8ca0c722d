import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { contract, createFolder, presence } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("events.ndjson", `${presence("1")}\n`);
const env = { NODE_OPTIONS: `--import=${new URL("refuse-network.ts", import.meta.url).href}` };
const golden = fileURLToPath(new URL("../../../fixtures/golden/", import.meta.url));

interface Vector {
  readonly contract: unknown;
  readonly priceBook: unknown;
  readonly month: string;
  readonly events: readonly unknown[];
}

function request(file: string): string {
  const vector = JSON.parse(readFileSync(golden + file, "utf8")) as Vector;
  const { contract: agreed, priceBook, month, events } = vector;
  return `${JSON.stringify({ id: file, contract: agreed, priceBook, month, events })}\n`;
}

test("where the network is refused, who asks for it is caught", async () => {
  expect(await folder.run(["mock", "--port", "0"], { env })).toMatchObject({
    status: 99,
    err: "The network is refused\n",
  });
});

test("every worked month is rated where the network is refused", async () => {
  const requests = globSync("*.json", { cwd: golden }).map(request);
  const { status, out, err } = await folder.run(["rate", "--batch", "-"], { env, input: requests.join("") });
  expect([status, err]).toEqual([0, ""]);
  expect(out.trimEnd().split("\n")).toHaveLength(requests.length);
});

const files = ["--events", "events.ndjson", "--month", "2025-05"];
test.for([
  ["rate", ...files],
  ["explain", "license/flex-active-user-hour", ...files],
  ["meter", ...files],
  ["simulate", "demo", "--month", "2025-05"],
  ["catalog", "search", "sms"],
  ["catalog", "check", "twilio-us-2026-08"],
  ["terms", "report"],
])("%j asks for no network", async (args) => {
  expect(await folder.run(args, { env })).toMatchObject({ status: 0, err: "" });
});
