import twilio from "twilio";
import { expect, onTestFinished, test } from "vitest";
import { type Fault, faultHeader, redirected } from "../src/index.ts";
import { startMock } from "../src/node/index.ts";
import { smallCentre } from "./worlds.ts";

type ClientOptions = ConstructorParameters<typeof twilio.RequestClient>[0];

/** The small centre, with Twilio's own client at it. */
async function centre() {
  const { priceBook, events } = smallCentre();
  const mock = await startMock({ priceBook, events, at: "2026-01-20T12:00:00Z" });
  onTestFinished(() => mock.close());
  const clientWith = (options: ClientOptions, headers: Record<string, string> = {}) =>
    twilio(mock.account, mock.authToken, {
      httpClient: redirected(new twilio.RequestClient(options), mock.url, headers),
    });
  return { mock, control: mock.control, client: clientWith({}), clientWith };
}

const records = "GET api.twilio.com/*/Usage/Records*";

test("nothing goes wrong until somebody asks for it, and nothing more once it is taken back", async () => {
  const { control, client } = await centre();
  expect(await control.faults.list()).toEqual([]);
  await client.balance.fetch();
  const rule = { route: "GET api.twilio.com/*/Balance.json", fault: { kind: "status", status: 500 } } as const;
  const { id } = await control.faults.add(rule);
  await expect(client.balance.fetch()).rejects.toMatchObject({ name: "Error", status: 500, code: 20500 });
  expect(await client.api.v2010.accounts.list()).toHaveLength(1);
  expect(await control.faults.list()).toEqual([{ id, ...rule, seen: 1, met: 1 }]);
  await control.faults.remove(id);
  await client.balance.fetch();
  await control.faults.add({ fault: { kind: "status", status: 503 } });
  await expect(client.balance.fetch()).rejects.toMatchObject({ status: 503, code: 20503 });
  await control.faults.clear();
  await client.balance.fetch();
  await control.faults.add({ fault: { kind: "dropped-connection" } });
  await control.reset();
  await client.balance.fetch();
});

test("throttling is tried again by a client that does so, and told as error 20429 to one that does not", async () => {
  const { control, client, clientWith } = await centre();
  const patient = clientWith({ autoRetry: true, maxRetryDelay: 10 });
  await control.faults.add({ times: 2, fault: { kind: "status", status: 429, retryAfterSeconds: 7 } });
  expect((await patient.balance.fetch()).currency).toBe("USD");
  const asked = await control.journal.search({ path: "Balance" });
  expect(asked.map(({ status }) => status)).toEqual([200, 429, 429]);
  await control.faults.add({ fault: { kind: "status", status: 429, retryAfterSeconds: 7 } });
  const refused = await client.balance.fetch().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(twilio.RestException);
  expect(refused).toMatchObject({ status: 429, code: 20429 });
  expect(client.httpClient.lastResponse?.headers).toMatchObject({ "retry-after": "7" });
});

test("an answer that comes too late is the client's own timeout", async () => {
  const { control, clientWith } = await centre();
  await control.faults.add({ fault: { kind: "latency", milliseconds: 400 } });
  await expect(clientWith({ timeout: 60 }).balance.fetch()).rejects.toMatchObject({ code: "ECONNABORTED" });
  const begin = performance.now();
  await clientWith({}).balance.fetch();
  expect(performance.now() - begin).toBeGreaterThan(390);
});

test("bodies that are no JSON or end half-way, and connections that end, are what the client throws at them", async () => {
  const { control, client } = await centre();
  const met = async (fault: Fault) => {
    await control.faults.clear();
    await control.faults.add({ fault });
    return client.usage.records.list({ limit: 5 }).catch((error: unknown) => error);
  };
  expect(await met({ kind: "malformed-body" })).toBeInstanceOf(SyntaxError);
  expect(await met({ kind: "truncated-body" })).toMatchObject({
    name: "AxiosError",
    code: "ERR_BAD_RESPONSE",
    message: "stream has been aborted",
  });
  expect(await met({ kind: "dropped-connection" })).toMatchObject({ code: "ECONNRESET", message: "socket hang up" });
  await control.faults.clear();
  expect(await client.usage.records.list({ limit: 5 })).toHaveLength(5);
});

test("in one process a connection that ends is an error of the network, and a body that ends half-way one of its reader", async () => {
  const { mock, control } = await centre();
  const headers = { Authorization: `Basic ${btoa(`${mock.account}:${mock.authToken}`)}` };
  const ask = async () => mock.mock.fetch(new Request("http://localhost/2010-04-01/Accounts.json", { headers }));
  await control.faults.add({ times: 1, fault: { kind: "dropped-connection" } });
  expect((await ask()).type).toBe("error");
  await control.faults.add({ times: 1, fault: { kind: "truncated-body" } });
  await expect((await ask()).text()).rejects.toThrow("dropped by a fault");
  expect((await ask()).status).toBe(200);
});

test("a request that was carried out may still be answered with an error, or not at all", async () => {
  const { control, client } = await centre();
  const create = () => client.api.v2010.accounts.create({ friendlyName: "Osaka" }).catch(() => "failed");
  const faults: readonly Fault[] = [
    { kind: "status", status: 503, processed: true },
    { kind: "dropped-connection", processed: true },
    { kind: "status", status: 500 },
    { kind: "dropped-connection" },
  ];
  const made = [];
  for (const fault of faults) {
    await control.faults.add({ times: 1, fault });
    expect(await create()).toBe("failed");
    made.push((await client.api.v2010.accounts.list()).length - 1);
  }
  expect(made).toEqual([1, 2, 2, 2]);
});

test("usage is stale and says so, or late and does not", async () => {
  const { control, client } = await centre();
  const read = async () => {
    const [row] = await client.usage.records.list({ category: "sms", limit: 1 });
    return [row?.asOf, row?.count];
  };
  const whole = await read();
  expect(whole).toEqual(["2026-01-20T12:00:00+00:00", "3"]);
  const day = 86_400;
  const { id } = await control.faults.add({ route: records, fault: { kind: "stale-as-of", seconds: day } });
  expect(await read()).toEqual(["2026-01-19T12:00:00+00:00", "2"]);
  await control.faults.remove(id);
  await control.faults.add({ route: records, fault: { kind: "late-data", seconds: day } });
  expect(await read()).toEqual(["2026-01-20T12:00:00+00:00", "2"]);
  await control.faults.clear();
  expect(await read()).toEqual(whole);
});

test("a list ends early, loses rows or shows them twice, and the client does not notice", async () => {
  const { control, client } = await centre();
  const list = async () =>
    (await client.usage.records.list({ pageSize: 100, limit: 2_000 })).map(({ category }) => category);
  const whole = await list();
  const pages = Math.ceil(whole.length / 100);
  expect(pages).toBeGreaterThan(2);
  const seen = async (form: "ends-early" | "lost-row" | "repeated-row") => {
    await control.faults.clear();
    await control.faults.add({ route: records, fault: { kind: "flaky-paging", form } });
    return list();
  };
  expect(await seen("ends-early")).toEqual(whole.slice(0, 100));
  const isLast = (index: number) => index % 100 === 99 && index < (pages - 1) * 100;
  expect(await seen("lost-row")).toEqual(whole.filter((_, index) => !isLast(index)));
  expect(await seen("repeated-row")).toEqual(whole.flatMap((each, index) => (isLast(index) ? [each, each] : [each])));
  await control.faults.clear();
  await control.faults.add({ route: "*&PageToken=*", fault: { kind: "status", status: 500 } });
  await expect(list()).rejects.toMatchObject({ status: 500 });
});

test("a product list of absolute addresses ends early too", async () => {
  const { control, client } = await centre();
  const [workspace] = await client.taskrouter.v1.workspaces.list();
  const activities = client.taskrouter.v1.workspaces(workspace?.sid ?? "").activities;
  const whole = await activities.list({ pageSize: 1 });
  await control.faults.add({
    route: "GET taskrouter.twilio.com/*",
    fault: { kind: "flaky-paging", form: "ends-early" },
  });
  expect(whole.length).toBeGreaterThan(1);
  expect(await activities.list({ pageSize: 1 })).toHaveLength(1);
});

test("a subaccount answers last month but 404s for the same dates", async () => {
  const { control, client, mock } = await centre();
  const sub = await client.api.v2010.accounts.create({ friendlyName: "Osaka" });
  await control.setClock("2026-02-20T00:00:00Z");
  const usageOf = (sid: string) => client.api.v2010.accounts(sid).usage.records;
  const dates = { startDate: new Date("2026-01-01"), endDate: new Date("2026-01-31"), limit: 1 };
  await control.faults.add({ account: sub.sid, fault: { kind: "range-not-found" } });
  await expect(usageOf(sub.sid).list(dates)).rejects.toMatchObject({ status: 404, code: 20404 });
  await expect(usageOf(sub.sid).daily.list(dates)).rejects.toMatchObject({ status: 404, code: 20404 });
  expect(await usageOf(sub.sid).lastMonth.list({ limit: 1 })).toHaveLength(1);
  expect(await usageOf(mock.account).list(dates)).toHaveLength(1);
});

test("IncludeSubaccounts counts as documented, or changes nothing where it is switched off", async () => {
  const { control, client } = await centre();
  const sub = await client.api.v2010.accounts.create({ friendlyName: "Osaka" });
  await client.messages.create({ to: "whatsapp:+15550100001", from: "whatsapp:+15550100000", body: "from the parent" });
  await client.api.v2010.accounts(sub.sid).messages.create({
    to: "whatsapp:+15550100001",
    from: "whatsapp:+15550100000",
    body: "from below",
  });
  await control.setClock("2026-02-20T00:00:00Z");
  const counts = async () => {
    const asked = [{ includeSubaccounts: true }, { includeSubaccounts: false }, {}];
    const category = "channels-messaging-outbound";
    return Promise.all(
      asked.map(async (each) => {
        const [row] = await client.usage.records.lastMonth.list({ category, ...each, limit: 1 });
        return Number(row?.count);
      }),
    );
  };
  const [together, alone, byDefault] = await counts();
  expect([together, byDefault]).toEqual([Number(alone) + 1, together]);
  await control.faults.add({ route: records, fault: { kind: "subaccounts-ignored" } });
  expect(await counts()).toEqual([alone, alone, alone]);
});

test("a share of the requests fails, the same ones for the same seed", async () => {
  const { control, client } = await centre();
  const round = async (seed: number) => {
    await control.faults.clear();
    await control.faults.add({ share: 0.3, seed, fault: { kind: "status", status: 503 } });
    const answers = [];
    for (let index = 0; index < 60; index += 1) {
      answers.push(
        await client.balance.fetch().then(
          () => 200,
          (error: { status: number }) => error.status,
        ),
      );
    }
    return answers;
  };
  const first = await round(7);
  const failed = first.filter((status) => status === 503).length;
  expect(failed).toBeGreaterThan(8);
  expect(failed).toBeLessThan(30);
  expect(await round(7)).toEqual(first);
  expect(await round(8)).not.toEqual(first);
});

test("a header makes one request go wrong, and only that one", async () => {
  const { client, clientWith } = await centre();
  const headers = { [faultHeader]: JSON.stringify({ kind: "status", status: 503 } satisfies Fault) };
  await expect(clientWith({}, headers).balance.fetch()).rejects.toMatchObject({ status: 503 });
  await client.balance.fetch();
  const misspelt = { [faultHeader]: '{"kind":"status","status":418}' };
  await expect(clientWith({}, misspelt).balance.fetch()).rejects.toMatchObject({ status: 400 });
});

test("a rule that is none is told everything that is wrong with it, and changes nothing", async () => {
  const { control } = await centre();
  const add = (rule: object) => control.faults.add(rule as Parameters<typeof control.faults.add>[0]);
  const pathsOf = async (rule: object) =>
    add(rule).then(
      () => [],
      ({ issues }: { issues: readonly { path: string }[] }) => issues.map(({ path }) => path),
    );
  expect(await pathsOf({ share: 2, times: 0, fault: { kind: "bad-day" } })).toEqual(
    expect.arrayContaining(["/share", "/times", "/fault/kind"]),
  );
  expect(await pathsOf({ shares: 0.5, fault: { kind: "latency", milliseconds: -1 } })).toEqual(
    expect.arrayContaining(["/shares", "/fault/milliseconds"]),
  );
  expect(await pathsOf({})).toEqual(["/fault"]);
  await expect(control.faults.remove("fault-9")).rejects.toMatchObject({ status: 404 });
  expect(await control.faults.list()).toEqual([]);
});
