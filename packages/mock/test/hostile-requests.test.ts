import { connect } from "node:net";
import { instant } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock, createTestClock, createWorld } from "../src/index.ts";
import { type Served, serve } from "../src/node/index.ts";
import { account, authorization, sid, smallCentre } from "./worlds.ts";

const token = "token";

function fresh() {
  const { contract, priceBook, events } = smallCentre();
  const clock = createTestClock(instant("2026-01-02T09:30:00Z"));
  const world = createWorld({ contract, priceBook, events, now: clock.now });
  return createMock(world, { control: { clock, token } });
}

const workspaceOf = async ({ app }: ReturnType<typeof fresh>): Promise<string> => {
  const response = await app.request("/taskrouter/v1/Workspaces", { headers: authorization });
  return ((await response.json()) as { workspaces: { sid: string }[] }).workspaces[0]?.sid ?? "";
};

const mock = fresh();
const workspace = `/taskrouter/v1/Workspaces/${await workspaceOf(mock)}`;
const of = `/2010-04-01/Accounts/${account}`;
const known = [
  ...["", "/Balance", "/Calls", "/Messages", "/Keys", "/Usage/Triggers", `/Calls/${sid("CA", 2)}`].map(
    (part) => `${of}${part}.json`,
  ),
  ...["", "/Daily", "/Monthly", "/AllTime", "/LastMonth"].map((part) => `${of}/Usage/Records${part}.json`),
  "/2010-04-01/Accounts.json",
  ...["", "/Workers", "/Tasks", "/Activities", "/Events", "/Statistics", "/TaskQueues", "/Workflows"].map(
    (part) => workspace + part,
  ),
  `${workspace}/Workers/${sid("WK", 1)}`,
  `${workspace}/Workers/${sid("WK", 1)}/Reservations`,
  "/flex-api/v1/Configuration",
  ...[
    "clock",
    "clock/advance",
    "clock/set",
    "journal",
    "journal/1/curl",
    "snapshots/a",
    "snapshots/a/restore",
    "keys",
  ].map((part) => `/_flexbill/api/v1/${part}`),
];
const parameterNames =
  "Category StartDate EndDate IncludeSubaccounts PageSize Page PageToken StartTime StartTime> EndTime< DateSent To From Url Body MediaUrl Status FriendlyName CallbackUrl TriggerValue UsageCategory Recurring TriggerBy Attributes ActivitySid Available AssignmentStatus Minutes SplitByWaitTime TaskChannel Priority EventType TimeLimit Twiml limit status".split(
    " ",
  );

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1e999",
    "999999999999999999999999",
    "+30",
    "true",
    "2026-02-30",
    "-9999999years",
    "+99999999days",
    "0000-00-00",
    "9999-12-31T23:59:59Z",
    "%00",
    "%zz",
    "%",
    "../../etc",
    "__proto__",
    "constructor",
    "{",
    '{"__proto__":{"a":1}}',
    "[]",
    "null",
    "APMQ==",
    "APLTE=",
    `PA${sid("CA", 2)}`,
    "http://127.0.0.1:9/",
    "sms",
    "completed",
    "CA".repeat(5_000),
    account,
    sid("WA", 2),
  ),
);
const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parameterNames) }, nasty);
const parameters = fc.array(fc.tuple(name, nasty), { maxLength: 8 });
const encoded = (pairs: readonly (readonly [string, string])[]) =>
  new URLSearchParams(
    pairs.map(([key, value]): [string, string] => [key.toWellFormed(), value.toWellFormed()]),
  ).toString();
const rawPart = fc.oneof(
  nasty.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom("%", "%zz", "%ff", "a%2fb", "//", "."),
);
const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...known), rawPart).map(([base, part]) => `${base}/${part}`) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...known), rawPart, fc.nat(5)).map(spliced) },
);

function spliced([base, part, at]: [string, string, number]): string {
  const parts = base.split("/");
  return ["", ...parts.slice(1).with(Math.min(at, parts.length - 2), part)].join("/");
}

const header = fc.string({ unit: "grapheme-ascii", maxLength: 60 });
/** Mostly the right credentials of the address, so that requests get past the door. */
const credentials = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: header });
const rightFor = (path: string) => (path.startsWith("/_flexbill") ? `Bearer ${token}` : authorization.Authorization);
const request = fc.record({
  method: fc.constantFrom("GET", "GET", "POST", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS"),
  path,
  query: fc.oneof(parameters.map(encoded), fc.constantFrom("%", "&&==", "PageSize=5&PageSize=x", "a=%zz")),
  body: fc.oneof(
    parameters.map(encoded),
    fc.json(),
    nasty.map((text) => text.toWellFormed()),
  ),
  credentials,
  extra: fc.dictionary(fc.constantFrom("If-Match", "Content-Type", "X-Forwarded-Host", "Accept", "Origin"), header, {
    maxKeys: 3,
  }),
});

test("no request is answered with a fault, and every refusal has the envelope", { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, query, body, credentials, extra }) => {
      const headers = { ...extra, Authorization: credentials ?? rightFor(path) };
      const takesBody = method !== "GET" && method !== "HEAD";
      const response = await mock.app.request(`http://localhost${path}?${query}`, {
        method,
        headers,
        ...(takesBody && { body }),
      });
      const text = await response.text();
      expect(response.status === 501 || response.status < 500, `${response.status} ${text}`).toBe(true);
      if (response.status === 204 || method === "HEAD") return;
      expect(response.headers.get("content-length")).toBe(String(new TextEncoder().encode(text).length));
      const document = JSON.parse(text) as Record<string, unknown>;
      if (response.status < 400) return;
      const { status, message } = document;
      expect([status, typeof message]).toEqual([response.status, "string"]);
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 1_000) },
  );
});

async function withServer<Result>(work: (served: Served) => Promise<Result>): Promise<Result> {
  const served = await serve({ mock: fresh(), port: 0 });
  try {
    return await work(served);
  } finally {
    await served.close();
  }
}

/** What a server answers to bytes, up to the end of the connection. */
function raw({ port }: Served, bytes: string, end = true): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => (end ? socket.end(bytes) : socket.write(bytes)));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (!end) socket.destroy();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const head = `Host: localhost\r\nAuthorization: ${authorization.Authorization}\r\n`;

test("bytes that are no request, headers too large and half a request end in a refusal, not in a hang", async () => {
  await withServer(async (served) => {
    const garbage = await raw(served, "\x16\x03\x01 this is no HTTP\r\n\r\n", false);
    expect(garbage).toContain("400 Bad Request");
    expect(JSON.parse(garbage.split("\r\n\r\n")[1] ?? "")).toMatchObject({ code: 20001, status: 400 });
    const wide = await raw(served, `GET ${of}.json HTTP/1.1\r\n${head}X-Wide: ${"w".repeat(40_000)}\r\n\r\n`, false);
    expect(wide).toContain('"status":431');
    const half = await raw(served, `POST ${of}/Calls.json HTTP/1.1\r\n${head}Content-Length: 100\r\n\r\nTo=`);
    expect(half.startsWith("HTTP/1.1 2")).toBe(false);
    const closed = await raw(served, `GET ${of}.json HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
    expect(closed).toContain("200 OK");
    const still = await fetch(`${served.url}${of}.json`, { headers: authorization });
    expect(still.status).toBe(200);
  });
});

test("a body larger than a megabyte is refused, however its length was announced", async () => {
  await withServer(async (served) => {
    const big = `Body=${"b".repeat(2_000_000)}`;
    const announced = await fetch(`${served.url}${of}/Messages.json`, {
      method: "POST",
      headers: authorization,
      body: big,
    });
    expect([announced.status, ((await announced.json()) as { code: number }).code]).toEqual([413, 20001]);
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("b".repeat(65_536))),
    });
    const endless = mock.app.request(`${of}/Messages.json`, {
      method: "POST",
      headers: authorization,
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect((await endless).status).toBe(413);
  });
});

test("a web page elsewhere writes nothing: not across sites, not under a name that was rebound, not by a forged host", async () => {
  await withServer(async (served) => {
    const body = "FriendlyName=stolen";
    const post = (host: string, extra: string) =>
      raw(
        served,
        `POST /2010-04-01/Accounts.json HTTP/1.1\r\nHost: ${host}\r\n${extra}Authorization: ${authorization.Authorization}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
    for (const [host, extra] of [
      [`127.0.0.1:${served.port}`, "Origin: https://evil.example\r\n"],
      [`127.0.0.1:${served.port}`, "Origin: null\r\n"],
      [`127.0.0.1:${served.port}`, "Sec-Fetch-Site: cross-site\r\n"],
      [`rebound.evil.example:${served.port}`, ""],
      ["localhost.evil.example", ""],
      ["evil.example", "X-Forwarded-Host: api.twilio.com\r\n"],
      ["api.twilio.com.evil.example", ""],
    ] as const) {
      const answer = await post(host, extra);
      expect([host, extra, answer.slice(9, 12), answer.includes('"code":20003')]).toEqual([host, extra, "403", true]);
    }
    expect(await post(`localhost:${served.port}`, "")).toContain("201 Created");
    const list = await fetch(`${served.url}/2010-04-01/Accounts.json`, { headers: authorization });
    expect(((await list.json()) as { accounts: unknown[] }).accounts.length).toBe(2);
  });
});
