import { expect, test } from "vitest";
import { account, contract, createFolder, presence, start } from "./command.ts";

const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("events.ndjson", `${presence("1")}\n${presence("2", "WK0000000000000000000000000000000b")}\n`);
folder.write("deep/er/here.txt", "");
const patient = { timeout: 60_000 };
const rate = ["rate", "--events", "events.ndjson", "--month", "2025-05"];

test("events become an invoice, by the nearest contract upwards", patient, async () => {
  const { status, out, err } = await folder.run(["rate", "--events", "../../events.ndjson", "--month", "2025-05"], {
    cwd: "deep/er",
  });
  expect([status, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Invoice for May 2025$/m);
  expect(out).toMatch(/Flex active user hours? +2 h +1\.00 +2\.00/);
  expect(out).toContain("T-07 T-08 license/flex-active-user-hour");
  expect(out).toMatch(/^Total USD +2\.00$/m);
});

test("the search for a contract ends at the root of the repository", patient, async () => {
  folder.write("other/.git/HEAD", "");
  const { status, err } = await folder.run(["rate", "--events", "../events.ndjson", "--month", "2025-05"], {
    cwd: "other",
  });
  expect(status).toBe(2);
  expect(err).toMatch(/^No contract: /);
});

test("several months come from one reading, as a list in JSON", patient, async () => {
  const { out } = await folder.run([...rate, "--month", "2025-06", "--format", "json"]);
  const invoices = JSON.parse(out) as readonly { month: string; totals: object }[];
  expect(invoices.map(({ month }) => month)).toEqual(["2025-05", "2025-06"]);
  expect(invoices[1]?.totals).toEqual({ USD: { low: "0.00", high: "0.00" } });
});

test("standard input, CSV and a file for the result", patient, async () => {
  const input = folder.read("events.ndjson");
  const { status, out } = await folder.run(
    ["rate", "--events", "-", "--month", "2025-05", "--format", "csv", "-o", "out.csv"],
    { input },
  );
  expect([status, out]).toEqual([0, ""]);
  expect(folder.read("out.csv")).toBe(
    "month,account,id,kind,product,rate,payee,quantity,unit,unitPrice,currency,low,high,clauses,assumptions,timeZone,plan,status,asOf\n" +
      `2025-05,${account},license/flex-active-user-hour,license,flex-active-user-hour,,Twilio,2,hour,1.00,USD,2.00,2.00,T-07 T-08,,UTC,active-user-hour,,\n`,
  );
  expect(folder.names().filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("the language follows --lang, then FLEXBILL_LANG, then the locale", patient, async () => {
  const first = async (args: readonly string[], env: Readonly<Record<string, string>>) =>
    (await folder.run([...rate, ...args], { env })).out.split("\n")[0];
  expect(await first([], { LANG: "ja_JP.UTF-8" })).toBe("2025年5月の請求");
  expect(await first([], { LC_ALL: "C", LANG: "ja_JP.UTF-8" })).toBe("Invoice for May 2025");
  expect(await first([], { FLEXBILL_LANG: "ja", LANG: "C" })).toBe("2025年5月の請求");
  expect(await first(["--lang", "en"], { FLEXBILL_LANG: "ja" })).toBe("Invoice for May 2025");
});

test("FLEXBILL_ variables stand for options that are not given", patient, async () => {
  const env = {
    FLEXBILL_MONTH: "2025-05",
    FLEXBILL_EVENTS: "events.ndjson",
    FLEXBILL_FORMAT: "json",
    FLEXBILL_AS_OF: "2025-05-20T00:00:00Z",
  };
  const { status, out } = await folder.run(["rate"], { env });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ month: "2025-05", asOf: "2025-05-20T00:00:00Z", status: "open" });
  expect((await folder.run(["rate", "--format", "csv"], { env })).out).toMatch(/^month,account,/);
});

test("an error on the invoice is exit code 1, with the invoice", patient, async () => {
  folder.write("noplan.yaml", contract.replace("2025-04-01", "2027-04-01"));
  const { status, out } = await folder.run([...rate, "--contract", "noplan.yaml"]);
  expect(status).toBe(1);
  expect(out).toContain("plan.none");
});

test("a request that is not understood says why in a sentence, without a stack trace", patient, async () => {
  const { status, out, err } = await folder.run(["rate", "--format", "xml"]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toBe('--format: "xml" is not possible; wanted one of text, json, csv\n');
});

test("requests are answered one a line and in their order, and a bad one stops nothing", patient, async () => {
  const request = (id: string) =>
    JSON.stringify({
      id,
      contract: { account, currency: "USD", plan: [{ model: "active-user-hour", price: "1.00" }] },
      events: [JSON.parse(presence("1"))],
      priceBook: [],
      month: "2025-05",
    });
  const input = `${request("a")}\n\nnonsense\n${request("c")}\r\n`;
  const { status, out } = await folder.run(["rate", "--batch"], { input });
  const answers = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string | null; totals?: object; issues: readonly { code: string }[] });
  expect(answers.map(({ id }) => id)).toEqual(["a", null, "c"]);
  expect(answers[2]?.totals).toEqual({ USD: { low: "1.00", high: "1.00" } });
  expect(answers[1]?.issues[0]?.code).toBe("schema.syntax");
  expect(status).toBe(1);
  expect((await folder.run(["rate", "--batch", "-"], { input: request("a") })).status).toBe(0);
  expect(await folder.run(["rate", "--batch", "nowhere"])).toMatchObject({ status: 2, out: "" });
});

test("a reader that goes away is no failure", patient, async () => {
  const child = start(folder.path, ["simulate", "demo", "--month", "2025-05"]);
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((done) => child.once("close", done));
  expect(status).toBe(0);
});

test("a result that cannot be put in its place leaves no file behind", patient, async () => {
  folder.write("taken/inside", "");
  const before = folder.names();
  const ended = await folder.run(["terms", "list", "-o", "taken"]);
  expect([ended.status, ended.out]).toEqual([3, ""]);
  expect(folder.names()).toEqual(before);
});

test("a signal in the middle leaves no file behind", patient, async () => {
  const child = start(folder.path, ["rate", "--batch", "-", "-o", "answers.ndjson"]);
  while (!folder.names().some((name) => name.endsWith(".partial"))) await new Promise((soon) => setTimeout(soon, 50));
  child.kill("SIGTERM");
  expect(await new Promise((done) => child.once("close", done))).toBe(143);
  expect(folder.names().filter((name) => name.includes("answers"))).toEqual([]);
});

test("two charges of one id are both explained, each in its currency, and one fee is one", patient, async () => {
  const fee = (id: string, currency: string) =>
    JSON.stringify({
      ...{ specversion: "1.0", id, source: "/fees", type: "dev.flexbill.fee", subject: account },
      data: {
        ...{ provider: "Meta", product: "third-party-messaging", amount: "0.02", currency },
        ...{ at: "2025-05-06T10:00:00Z", reference: null },
      },
    });
  folder.write("fees.ndjson", `${fee("1", "USD")}\n${fee("2", "EUR")}\n${fee("3", "EUR")}\n`);
  const { status, out } = await folder.run([
    ...["explain", "third-party/third-party-messaging/Meta"],
    ...["--events", "fees.ndjson", "--month", "2025-05"],
  ]);
  expect(status).toBe(0);
  expect(out.match(/^Charge third-party\/third-party-messaging\/Meta/gm)).toHaveLength(2);
  expect(out).toMatch(/^Quantity +2 fees\nAmount +0\.04 EUR$/m);
  expect(out).toMatch(/^Quantity +1 fee\nAmount +0\.02 USD$/m);
});

test("a charge is explained from its clause to its cents", patient, async () => {
  const { status, out } = await folder.run([
    "explain",
    "license/flex-active-user-hour",
    "--events",
    "events.ndjson",
    "--month",
    "2025-05",
  ]);
  expect(status).toBe(0);
  for (const part of [
    "Charge license/flex-active-user-hour",
    "T-07",
    "How it is computed",
    "WK0000000000000000000000000000000b",
    "the plan's own price",
    "What would change the amount",
  ])
    expect(out).toContain(part);
});

test("usage rows come without prices", patient, async () => {
  const { out } = await folder.run(["meter", "--events", "events.ndjson", "--month", "2025-05"]);
  const rows = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { product: string });
  expect(rows.map(({ product }) => product)).toContain("flex-active-user-hour");
});
