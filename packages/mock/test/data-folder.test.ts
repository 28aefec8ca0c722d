import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { instant } from "@flexbill/kernel";
import { expect, onTestFinished, test } from "vitest";
import { createMock, createTestClock, createWorld, type Mock, worldDocument } from "../src/index.ts";
import { type DataFolder, openDataFolder } from "../src/node/index.ts";
import { cellsOf, documentOfCells } from "../src/world/document/cells.ts";
import { account, authorization, smallCentre } from "./worlds.ts";

const token = "a token of this test";
const of = `/2010-04-01/Accounts/${account}`;
const control = "/_flexbill/api/v1";

function folderPath(): string {
  const path = mkdtempSync(join(tmpdir(), "flexbill-data-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

async function opened(path: string): Promise<DataFolder> {
  const result = await openDataFolder(path);
  if (!result.ok) throw new Error(result.trouble);
  return result.folder;
}

/** A mock whose world a folder keeps; one that is there goes on. */
async function kept(path: string) {
  const folder = await opened(path);
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(folder.found?.now ?? instant("2026-01-20T12:00:00Z"));
  const world = createWorld({ contract, priceBook, events: folder.found ? [] : events, now: clock.now });
  if (folder.found) world.restore(folder.found.state);
  let commits = 0;
  const saved = async (): Promise<void> => {
    commits += 1;
    await keeper.saved();
  };
  const mock = createMock(world, { control: { clock, token, send: async () => 200 }, saved });
  const keeper = folder.keep({ world, reached: mock.reached, about: { profile: "none" } });
  return { mock, keeper, folder, commits: () => commits, document: () => worldDocument(world.save(), clock.now()) };
}

async function ask(mock: Mock, method: string, path: string, fields: Record<string, string> = {}) {
  const isControl = path.startsWith(control);
  const body = isControl ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
  const response = await mock.app.request(path, {
    method,
    headers: isControl ? { Authorization: `Bearer ${token}` } : authorization,
    ...(method === "POST" && { body }),
  });
  const text = await response.text();
  expect([path, response.status < 300]).toEqual([path, true]);
  return (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> & { readonly sid: string };
}

/** Everything that clients do to a world, each kind of cell among it. */
async function live(mock: Mock, name = "Mio"): Promise<void> {
  const list = (await ask(mock, "GET", "/taskrouter/v1/Workspaces"))["workspaces"] as readonly { sid: string }[];
  const workspace = `/taskrouter/v1/Workspaces/${list[0]?.sid}`;
  const sub = await ask(mock, "POST", "/2010-04-01/Accounts.json", { FriendlyName: "Osaka" });
  await ask(mock, "POST", `/2010-04-01/Accounts/${sub.sid}/Messages.json`, {
    To: "+12025550100",
    From: "+12025550101",
    Body: "from below",
  });
  const to = { To: "+12025550100", From: "+12025550101" };
  const call = await ask(mock, "POST", `${of}/Calls.json`, { ...to, Url: "http://127.0.0.1/" });
  await ask(mock, "POST", `${of}/Calls/${call.sid}.json`, { Status: "completed" });
  const gone = await ask(mock, "POST", `${of}/Calls.json`, { ...to, Url: "http://127.0.0.1/" });
  const message = await ask(mock, "POST", `${of}/Messages.json`, { ...to, Body: "もしもし" });
  const key = await ask(mock, "POST", `${of}/Keys.json`, { FriendlyName: "a key" });
  await ask(mock, "POST", `${of}/Keys.json`, { FriendlyName: "another key" });
  await ask(mock, "DELETE", `${of}/Keys/${key.sid}.json`);
  const trigger = { CallbackUrl: "http://127.0.0.1:9/", UsageCategory: "sms", TriggerValue: "+1" };
  const triggers = [await ask(mock, "POST", `${of}/Usage/Triggers.json`, { ...trigger, Recurring: "daily" })];
  triggers.push(await ask(mock, "POST", `${of}/Usage/Triggers.json`, trigger));
  await ask(mock, "DELETE", `${of}/Usage/Triggers/${triggers[0]?.sid}.json`);
  const worker = await ask(mock, "POST", `${workspace}/Workers`, { FriendlyName: name });
  await ask(mock, "POST", `${workspace}/Tasks`, { Attributes: "{}" });
  const lunch = await ask(mock, "POST", `${workspace}/Activities`, {
    FriendlyName: `Lunch of ${name}`,
    Available: "true",
  });
  await ask(mock, "POST", `${workspace}/Workers/${worker.sid}`, { ActivitySid: lunch.sid });
  await ask(mock, "POST", `${control}/clock/advance`, { seconds: "90000" });
  await ask(mock, "DELETE", `${of}/Calls/${gone.sid}.json`);
  await ask(mock, "DELETE", `${of}/Messages/${message.sid}.json`);
  await ask(mock, "POST", `/2010-04-01/Accounts/${sub.sid}.json`, { Status: "suspended" });
}

const sorted = (document: unknown) => {
  const { accounts, ...rest } = JSON.parse(JSON.stringify(document)) as { accounts: { events: { id: string }[] }[] };
  const inOrder = (events: readonly { id: string }[]) => events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...rest, accounts: accounts.map((each) => ({ ...each, events: inOrder(each.events) })) };
};

test("a document goes into cells and comes back as it was", async () => {
  const { mock, document, keeper } = await kept(folderPath());
  await live(mock);
  const before = JSON.parse(JSON.stringify(document()));
  expect(documentOfCells(cellsOf(before))).toEqual(before);
  keeper.close();
});

test("all that clients do is there when the folder is opened again, and goes on the same", async () => {
  const [path, other] = [folderPath(), folderPath()];
  const first = await kept(path);
  const never = await kept(other);
  for (const { mock } of [first, never]) await live(mock);
  first.keeper.close();
  const second = await kept(path);
  expect(sorted(second.document())).toEqual(sorted(never.document()));
  expect(second.folder.found?.about).toEqual({ profile: "none" });
  expect(second.mock.reached()).toEqual(second.folder.found?.reached);
  for (const { mock } of [second, never]) await live(mock, "Sora");
  second.keeper.close();
  const third = await kept(path);
  expect(sorted(third.document())).toEqual(sorted(never.document()));
  third.keeper.close();
  never.keeper.close();
});

test("a world that is put back, brought along or reset is kept as it then is", async () => {
  const path = folderPath();
  const first = await kept(path);
  const begun = sorted(first.document());
  await ask(first.mock, "POST", `${control}/snapshots/early`);
  await live(first.mock);
  await ask(first.mock, "POST", `${control}/snapshots/early/restore`);
  await ask(first.mock, "POST", `${of}/Keys.json`, { FriendlyName: "after all" });
  const after = sorted(first.document());
  first.keeper.close();
  const second = await kept(path);
  expect(sorted(second.document())).toEqual(after);
  expect(after).not.toEqual(begun);
  second.keeper.close();
});

test("writes wait for the disk, those of one moment for one commit, and reads do not", async () => {
  const { mock, commits, keeper } = await kept(folderPath());
  await ask(mock, "GET", `${of}/Balance.json`);
  expect(commits()).toBe(0);
  const create = () => ask(mock, "POST", `${of}/Keys.json`, { FriendlyName: "one" });
  await Promise.all(Array.from({ length: 20 }, create));
  expect(commits()).toBe(20);
  expect(keeper.saved()).toBe(keeper.saved());
  await keeper.saved();
  keeper.close();
});

test("a write that could not be kept is no success, and is kept with the next one that can", async () => {
  const path = folderPath();
  const { mock, keeper } = await kept(path);
  const create = (name: string) =>
    mock.app.request(`${of}/Keys.json`, {
      method: "POST",
      headers: authorization,
      body: new URLSearchParams({ FriendlyName: name }),
    });
  const broken = { fail: true };
  const { prototype } = DatabaseSync;
  const { exec } = prototype;
  prototype.exec = function failing(sql: string) {
    if (broken.fail && sql === "COMMIT") throw Object.assign(new Error("disk full"), { errcode: 13 });
    return exec.call(this, sql);
  };
  onTestFinished(() => {
    prototype.exec = exec;
  });
  expect((await create("lost?")).status).toBe(500);
  broken.fail = false;
  expect((await create("kept")).status).toBe(201);
  keeper.close();
  const again = await kept(path);
  const { keys } = (await ask(again.mock, "GET", `${of}/Keys.json`)) as unknown as {
    keys: { friendly_name: string }[];
  };
  expect(keys.map((each) => each.friendly_name).toSorted()).toEqual(["kept", "lost?"]);
  again.keeper.close();
});

test("a folder in use is refused, and free again when it is let go", async () => {
  const path = folderPath();
  const { keeper } = await kept(path);
  expect(await openDataFolder(path)).toMatchObject({ ok: false, trouble: "in-use" });
  keeper.close();
  (await opened(path)).close();
});

test("a file that is newer, broken, foreign or not a world is refused and stays as it is", async () => {
  const path = folderPath();
  const file = join(path, "world.sqlite");
  const { keeper, mock } = await kept(path);
  await live(mock);
  keeper.close();
  const whole = readFileSync(file);
  const changed = (sql: string) => {
    writeFileSync(file, whole);
    const db = new DatabaseSync(file);
    db.exec("PRAGMA journal_mode=DELETE");
    db.exec(sql);
    db.close();
    return readFileSync(file);
  };
  const torn = Buffer.from(whole);
  torn.fill(0xff, 4_096 * 3, 4_096 * 6);
  const cases: readonly (readonly [string, Buffer])[] = [
    ["newer", changed("PRAGMA user_version = 2")],
    ["broken", changed("PRAGMA application_id = 7")],
    ["broken", changed("UPDATE cell SET value = '{' WHERE kind = 'key'")],
    ["broken", changed("DELETE FROM cell WHERE kind = 'account'")],
    ["broken", changed("UPDATE cell SET value = '\"soon\"' WHERE name = 'reached'")],
    ["broken", Buffer.from("no database at all, but long enough to be taken for one")],
    ["broken", torn],
    ["broken", whole.subarray(0, 5_000)],
  ];
  for (const [trouble, bytes] of cases) {
    writeFileSync(file, bytes);
    expect(await openDataFolder(path)).toMatchObject({ ok: false, trouble });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  }
  writeFileSync(file, whole);
  (await opened(path)).close();
});

test("a folder that cannot be made is told so", async () => {
  const path = folderPath();
  writeFileSync(join(path, "a file"), "");
  expect(await openDataFolder(join(path, "a file", "folder"))).toMatchObject({ ok: false, trouble: "unwritable" });
});
