import { located } from "@flexbill/documents";
import { billingMonths } from "@flexbill/invariants";
import { instant } from "@flexbill/kernel";
import { parsePriceBook } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld, type Mock, readWorld } from "../src/index.ts";
import { contractDocument, priceBookDocument } from "../src/world/terms-document.ts";
import { account, authorization, requestOf, smallCentre } from "./worlds.ts";

const token = "a token of this test";
const of = `/2010-04-01/Accounts/${account}`;
const task = "/taskrouter/v1/Workspaces";

function steered(at = "2026-01-20T12:00:00Z", request = smallCentre(), truth?: number): Mock {
  const { contract, priceBook, events } = request;
  const clock = createTestClock(instant(at));
  const world = createWorld({ contract, priceBook, events, truth, now: clock.now });
  return createMock(world, { control: { clock, token, send: async () => 200 } });
}

async function ask(mock: Mock, method: string, path: string, body?: string) {
  const headers = path.startsWith("/_flexbill") ? { Authorization: `Bearer ${token}` } : authorization;
  const response = await mock.app.request(path, { method, headers, ...(body !== undefined && { body }) });
  return { status: response.status, text: await response.text() };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const exported = async (mock: Mock) => (await ask(mock, "GET", "/_flexbill/api/v1/world")).text;

async function workspaceOf(mock: Mock): Promise<string> {
  const { workspaces } = JSON.parse((await ask(mock, "GET", task)).text) as { workspaces: readonly { sid: string }[] };
  return `${task}/${workspaces[0]?.sid}`;
}

/** Everything that clients can do to a world. */
async function live(mock: Mock): Promise<void> {
  const workspace = await workspaceOf(mock);
  const writes: readonly (readonly [string, Record<string, string>])[] = [
    ["/2010-04-01/Accounts.json", { FriendlyName: "Osaka" }],
    [`${of}/Calls.json`, { To: "+12025550100", From: "+12025550101", Url: "http://127.0.0.1/" }],
    [`${of}/Messages.json`, { To: "whatsapp:+815550100", From: "whatsapp:+12025550101", Body: "もしもし" }],
    [
      `${of}/Usage/Triggers.json`,
      { CallbackUrl: "http://127.0.0.1:9/", UsageCategory: "sms", TriggerValue: "+1", Recurring: "daily" },
    ],
    [`${of}/Keys.json`, { FriendlyName: "a key" }],
    [`${workspace}/Workers`, { FriendlyName: "Mio" }],
    [`${workspace}/Tasks`, { Attributes: "{}" }],
    [`${workspace}/Activities`, { FriendlyName: "Lunch", Available: "false" }],
  ];
  for (const [path, fields] of writes) expect((await ask(mock, "POST", path, form(fields))).status).toBe(201);
  const { calls } = JSON.parse((await ask(mock, "GET", `${of}/Calls.json`)).text) as {
    calls: readonly { sid: string }[];
  };
  expect((await ask(mock, "DELETE", `${of}/Calls/${calls.at(-1)?.sid}.json`)).status).toBe(204);
  await ask(mock, "POST", "/_flexbill/api/v1/clock/advance", JSON.stringify({ seconds: "90000" }));
}

async function answers(mock: Mock): Promise<readonly string[]> {
  const workspace = await workspaceOf(mock);
  const records = ["", "/AllTime", "/Daily", "/Monthly", "/Yearly", "/Today", "/Yesterday", "/ThisMonth", "/LastMonth"];
  const lists = [
    ...records.flatMap((list) => [
      `${of}/Usage/Records${list}.json?PageSize=120`,
      `${of}/Usage/Records${list}.json?Category=totalprice&IncludeSubaccounts=false`,
    ]),
    ...["Calls", "Messages", "Usage/Triggers", "Keys", "Balance"].map((list) => `${of}/${list}.json`),
    "/2010-04-01/Accounts.json",
    ...[
      "",
      "/Workers",
      "/Activities",
      "/Tasks",
      "/TaskQueues",
      "/Workflows",
      "/TaskChannels",
      "/Events?Minutes=9999",
    ].map((list) => workspace + list),
    "/flex-api/v1/Configuration",
    `/_flexbill/api/v1/accounts/${account}/terms`,
    `/_flexbill/api/v1/accounts/${account}/invoices/2026-01`,
  ];
  return Promise.all(lists.map(async (list) => `${list} ${(await ask(mock, "GET", list)).text}`));
}

test("a world that is taken away and brought back elsewhere answers every list the same, and goes on the same", async () => {
  for (const truth of [undefined, 11]) {
    const first = steered("2026-01-20T12:00:00Z", smallCentre(), truth);
    await live(first);
    const document = await exported(first);
    const second = steered(
      "2030-01-01T00:00:00Z",
      requestOf({ contract: { account: "AC1", currency: "JPY" }, priceBook: [], month: "2030-01", events: [] }),
    );
    const brought = await ask(second, "PUT", "/_flexbill/api/v1/world", document);
    expect(JSON.parse(brought.text)).toEqual({ now: "2026-01-21T13:00:00Z", rate: "0", accounts: 2 });
    expect(JSON.parse(await exported(second))).toEqual(JSON.parse(document));
    expect(await answers(second)).toEqual(await answers(first));
    for (const mock of [first, second]) await live(mock).catch(() => undefined);
    expect(await answers(second)).toEqual(await answers(first));
  }
});

test("any contract and price book come back from their documents as they were", () => {
  fc.assert(
    fc.property(billingMonths(), (drawn) => {
      const { contract, priceBook } = requestOf(drawn);
      const read = parseContract(JSON.parse(JSON.stringify(contractDocument(contract))));
      expect(read.ok && read.value).toEqual(contract);
      const book = parsePriceBook(located(JSON.parse(JSON.stringify(priceBookDocument(priceBook)))));
      expect(book.ok && book.value.entries).toEqual(priceBook.entries);
    }),
    { numRuns: 60 },
  );
});

test("a document with faults is told all of them with their places, and changes nothing", async () => {
  const mock = steered();
  await live(mock);
  const before = await exported(mock);
  const document = JSON.parse(before);
  document.schema = "flexbill.world/2";
  document.now = "yesterday";
  delete document.sidsMade;
  document.accounts[0].contract.currency = "EURO";
  document.accounts[0].events[0].data.start = 7;
  document.accounts[1].status = "asleep";
  document.triggers[0].triggerValue = "much";
  document.priceBook.entries[0].unit = "";
  const { status, text } = await ask(mock, "PUT", "/_flexbill/api/v1/world", JSON.stringify(document));
  const { issues } = JSON.parse(text) as { issues: readonly { path: string; message: string }[] };
  expect(status).toBe(400);
  const paths = ["/schema", "/now", "/sidsMade", "/accounts/0/contract/currency", "/accounts/0/events/0/data/start"];
  for (const path of [...paths, "/accounts/1/status", "/triggers/0/triggerValue", "/priceBook/entries/0/unit"])
    expect(issues.map((each) => each.path)).toContain(path);
  expect(issues.every(({ message }) => message.length > 10)).toBe(true);
  expect(await exported(mock)).toBe(before);
});

test("accounts of one name, owners and triggers of nobody are faults too", async () => {
  const mock = steered();
  await live(mock);
  const document = JSON.parse(await exported(mock));
  document.accounts[1].owner = "AC9";
  document.triggers[0].account = "AC8";
  document.accounts.push(document.accounts[0]);
  const read = readWorld(document);
  expect(read.issues.map(({ path, wanted }) => [path, wanted])).toEqual([
    ["/accounts/2/contract/account", "unique"],
    ["/accounts/1/owner", "one-of"],
    ["/triggers/0/account", "one-of"],
  ]);
  for (const text of ["", "{", "[]", "null", '{"accounts":[]}', '{"accounts":[7],"triggers":3}'])
    expect((await ask(mock, "PUT", "/_flexbill/api/v1/world", text)).status).toBe(400);
});

test("only the holder of the token takes a world away", async () => {
  const mock = steered();
  for (const method of ["GET", "PUT"]) {
    const body = method === "PUT" ? { body: "{}" } : {};
    expect((await mock.app.request("/_flexbill/api/v1/world", { method, ...body })).status).toBe(401);
  }
});
