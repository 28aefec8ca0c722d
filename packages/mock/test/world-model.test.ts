import { instant } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld, type Mock } from "../src/index.ts";
import { account, authorization, smallCentre } from "./worlds.ts";

const token = "token";
const of = `/2010-04-01/Accounts/${account}`;
const begin = Date.UTC(2026, 0, 20);

/** What a world should hold: names of what was made, newest last, and the time. */
interface Model {
  at: number;
  accounts: string[];
  /** When each call that a client made began. */
  calls: number[];
  triggers: string[];
  readonly snapshots: Map<string, Omit<Model, "snapshots">>;
}

interface Real {
  readonly mock: Mock;
  readonly simulatedCalls: number;
}

type Command = fc.AsyncCommand<Model, Real>;

async function ask(mock: Mock, method: string, path: string, form?: Record<string, string>) {
  const control = path.startsWith("/_flexbill");
  const body = form && (control ? JSON.stringify(form) : new URLSearchParams(form));
  const headers = control ? { Authorization: `Bearer ${token}` } : authorization;
  const response = await mock.app.request(path, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> };
}

/** Every row of a list, gone through page by page; a row given twice or an end that never comes fails. */
async function all(
  mock: Mock,
  list: string,
  key: string,
  pageSize: number,
): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let next: unknown = `${list}?PageSize=${pageSize}`; typeof next === "string"; ) {
    const { body } = await ask(mock, "GET", next);
    const page = body[key] as Record<string, unknown>[];
    expect(page.length).toBeLessThanOrEqual(pageSize);
    rows.push(...page);
    next = body["next_page_uri"];
  }
  expect(new Set(rows.map((row) => row["sid"])).size).toBe(rows.length);
  return rows;
}

function command(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check = (_: Readonly<Model>) => true,
): Command {
  return { check, run, toString: () => name };
}

const createAccount = fc.stringMatching(/^[a-z]{1,8}$/).map((name) =>
  command(`create account ${name}`, async (model, { mock }) => {
    const made = await ask(mock, "POST", "/2010-04-01/Accounts.json", { FriendlyName: name });
    expect(made.status).toBe(201);
    model.accounts.push(name);
  }),
);

const postCall = fc.constant(
  command("post call", async (model, { mock }) => {
    const form = { To: "+12025550100", From: "+12025550101", Url: "http://127.0.0.1/" };
    expect((await ask(mock, "POST", `${of}/Calls.json`, form)).body).toMatchObject({ status: "in-progress" });
    model.calls.push(model.at);
  }),
);

const advance = fc.integer({ min: 0, max: 200_000 }).map((seconds) =>
  command(`advance ${seconds} s`, async (model, { mock }) => {
    const moved = await ask(mock, "POST", "/_flexbill/api/v1/clock/advance", { seconds: String(seconds) });
    model.at += seconds * 1000;
    expect(Date.parse(String(moved.body["now"]))).toBe(model.at);
    expect(moved.body["deliveries"]).toHaveLength((moved.body["fired"] as unknown[]).length);
  }),
);

const createTrigger = fc.stringMatching(/^[a-z]{1,8}$/).map((name) =>
  command(`create trigger ${name}`, async (model, { mock }) => {
    const form = { FriendlyName: name, CallbackUrl: "http://127.0.0.1:9/", UsageCategory: "sms", TriggerValue: "+1" };
    expect((await ask(mock, "POST", `${of}/Usage/Triggers.json`, form)).status).toBe(201);
    model.triggers.push(name);
  }),
);

const deleteTrigger = fc.nat(50).map((index) =>
  command(
    `delete trigger ${index}`,
    async (model, { mock }) => {
      const at = index % model.triggers.length;
      const row = (await all(mock, `${of}/Usage/Triggers.json`, "usage_triggers", 50))[at];
      expect(row?.["friendly_name"]).toBe(model.triggers[at]);
      const path = `${of}/Usage/Triggers/${row?.["sid"]}.json`;
      expect((await ask(mock, "DELETE", path)).status).toBe(204);
      expect((await ask(mock, "GET", path)).status).toBe(404);
      model.triggers.splice(at, 1);
    },
    ({ triggers }) => triggers.length > 0,
  ),
);

const page = fc.integer({ min: 1, max: 5 }).map((size) =>
  command(`page by ${size}`, async (model, { mock, simulatedCalls }) => {
    const names = (rows: readonly Record<string, unknown>[]) => rows.map((row) => row["friendly_name"]);
    expect(names(await all(mock, "/2010-04-01/Accounts.json", "accounts", size)).slice(1)).toEqual(model.accounts);
    expect(names(await all(mock, `${of}/Usage/Triggers.json`, "usage_triggers", size))).toEqual(model.triggers);
    const calls = await all(mock, `${of}/Calls.json`, "calls", size);
    const made = calls.filter((call) => call["direction"] === "outbound-api");
    expect(made.length).toBe(model.calls.length);
    const over = model.calls.filter((start) => start + 60_000 <= model.at).length;
    expect(made.filter((call) => call["status"] === "completed").length).toBe(over);
    expect(calls.length - made.length).toBeGreaterThanOrEqual(simulatedCalls);
    const started = made.map((call) => Date.parse(String(call["start_time"])));
    expect(started).toEqual(model.calls.toSorted((a, b) => b - a));
  }),
);

const copied = ({ snapshots: _kept, ...model }: Model): Omit<Model, "snapshots"> => structuredClone(model);
const snapshotName = fc.constantFrom("a", "b");

const snapshot = snapshotName.map((name) =>
  command(`snapshot ${name}`, async (model, { mock }) => {
    expect((await ask(mock, "POST", `/_flexbill/api/v1/snapshots/${name}`)).status).toBe(201);
    model.snapshots.set(name, copied(model));
  }),
);

const restore = snapshotName.map((name) =>
  command(`restore ${name}`, async (model, { mock }) => {
    const kept = model.snapshots.get(name);
    const { status } = await ask(mock, "POST", `/_flexbill/api/v1/snapshots/${name}/restore`);
    expect(status).toBe(kept === undefined ? 404 : 200);
    if (kept !== undefined) Object.assign(model, structuredClone(kept));
  }),
);

const takeAway = fc.constant(
  command("take the world away and bring it back", async (_model, { mock }) => {
    const world = await ask(mock, "GET", "/_flexbill/api/v1/world");
    expect(world.status).toBe(200);
    const headers = { Authorization: `Bearer ${token}` };
    const put = { method: "PUT", headers, body: JSON.stringify(world.body) };
    expect((await mock.app.request("/_flexbill/api/v1/world", put)).status).toBe(200);
    expect((await ask(mock, "GET", "/_flexbill/api/v1/world")).body).toEqual(world.body);
  }),
);

test("any course of requests, time and snapshots leaves the world that a simple model says", async () => {
  const changes = [createAccount, postCall, advance, createTrigger, deleteTrigger, snapshot, restore, takeAway];
  const choices = [...changes, page];
  await fc.assert(
    fc.asyncProperty(fc.commands(choices, { maxCommands: 25 }), async (commands) => {
      const { contract, priceBook, events } = smallCentre();
      const clock = createTestClock(instant(new Date(begin).toISOString()));
      const world = createWorld({ contract, priceBook, events, now: clock.now });
      const mock = createMock(world, { control: { clock, token, send: async () => 200 } });
      const real: Real = { mock, simulatedCalls: world.main.calls.list(clock.now()).length };
      const model: Model = { at: begin, accounts: [], calls: [], triggers: [], snapshots: new Map() };
      await fc.asyncModelRun(() => ({ model, real }), commands);
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 60) },
  );
});
