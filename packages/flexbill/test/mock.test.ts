import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Host } from "../src/host.ts";
import { main } from "../src/main.ts";

const account = "AC00000000000000000000000000000001";

/** Runs the command; `whenReady` sees the address that it prints, and the command stops after it. */
async function run(args: readonly string[], whenReady: (url: string) => Promise<void>, env: Host["env"] = {}) {
  const texts = { out: "", err: "" };
  let stop = (_signal: "SIGTERM") => {};
  const stopped = new Promise<"SIGTERM">((resolve) => {
    stop = resolve;
  });
  let work: Promise<void> | undefined;
  const host: Host = {
    out: {
      isTerminal: false,
      columns: undefined,
      write: (text) => {
        texts.out += text;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
        if (url !== undefined) work ??= whenReady(url).finally(() => stop("SIGTERM"));
      },
    },
    err: {
      isTerminal: false,
      columns: undefined,
      write: (text) => {
        texts.err += text;
      },
    },
    stdin: (async function* () {})(),
    env,
    cwd: import.meta.dirname,
    version: "1.2.3",
    now: () => Date.UTC(2025, 5, 2),
    waitForStop: () => stopped,
    onStop: () => () => undefined,
  };
  const status = await main(args, host);
  await work;
  return { status, ...texts };
}

const served = ["mock", "--port", "0", "--quiet", "--month", "2025-05"];
const json = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as { message?: string; usage_records?: [{ price: string }] },
});

test("a served world moves its clock for whoever has the token, and is strict when asked to be", async () => {
  const { status } = await run([...served, "--seed", "7", "--strict", "--control-token", "secret"], async (url) => {
    const advance = (token: string) =>
      fetch(`${url}/_flexbill/api/v1/clock/advance`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}` },
        body: JSON.stringify({ seconds: "86400" }),
      });
    expect((await advance("other")).status).toBe(401);
    expect((await json(await advance("secret"))).body).toMatchObject({ now: "2025-06-03T00:00:00Z" });
    const records = `${url}/2010-04-01/Accounts/${account}/Usage/Records.json`;
    const headers = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };
    const wrong = await json(await fetch(`${records}?category=sms`, { headers }));
    expect([wrong.status, wrong.body.message]).toEqual([400, "Unknown parameter: category"]);
    const row = (await json(await fetch(`${records}?Category=totalprice`, { headers }))).body.usage_records?.[0];
    expect(row).toMatchObject({ end_date: "2025-06-03", as_of: "2025-06-03T00:00:00+00:00" });
    expect(Number(row?.price)).toBeGreaterThan(0);
  });
  expect(status).toBe(143);
});

test("without a token there is no control, and the environment may give one", async () => {
  const health = async (url: string) => (await fetch(`${url}/_flexbill/api/v1/health`)).status;
  await run(served, async (url) => expect(await health(url)).toBe(404));
  await run(served, async (url) => expect(await health(url)).toBe(200), { FLEXBILL_CONTROL_TOKEN: "secret" });
});

test("a profile that does not ship is named with those that do", async () => {
  const { status, err } = await run(["mock", "--profile", "mars"], async () => undefined);
  expect(status).toBe(2);
  expect(err).toContain("demo");
});

test("a world goes on by itself at its rate, and one that was taken away goes on where it stood", async () => {
  const control = { headers: { Authorization: "Bearer secret" } };
  const folder = await mkdtemp(join(tmpdir(), "flexbill-world-"));
  const file = join(folder, "world.json");
  const clock = async (url: string) => json(await fetch(`${url}/_flexbill/api/v1/clock`));
  await run([...served, "--rate", "0", "--control-token", "secret"], async (url) => {
    expect((await clock(url)).body).toEqual({ now: "2025-06-02T00:00:00Z", rate: "0" });
    const set = { ...control, method: "POST", body: JSON.stringify({ to: "2025-06-03T00:00:00Z" }) };
    const moved = (await json(await fetch(`${url}/_flexbill/api/v1/clock/set`, set))).body;
    expect(Number((moved as { came: number }).came)).toBeGreaterThan(500);
    await writeFile(file, await (await fetch(`${url}/_flexbill/api/v1/world`, control)).text());
  });
  await run(["mock", "--port", "0", "--world", file, "--rate", "0", "--control-token", "secret"], async (url) => {
    expect((await clock(url)).body).toEqual({ now: "2025-06-03T00:00:00Z", rate: "0" });
    const records = `${url}/2010-04-01/Accounts/${account}/Usage/Records/LastMonth.json?Category=totalprice`;
    const headers = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };
    const row = (await json(await fetch(records, { headers }))).body.usage_records?.[0];
    expect(row).toMatchObject({ start_date: "2025-05-01", end_date: "2025-05-31" });
    expect(Number(row?.price)).toBeGreaterThan(0);
  });
  await writeFile(file, '{"schema":"flexbill.world/1","accounts":[{"owner":7}]}');
  const refused = await run(["mock", "--world", file], async () => undefined);
  await rm(folder, { recursive: true });
  expect(refused.status).toBe(2);
  for (const path of ["/now", "/priceBook", "/accounts/0/owner", "/accounts/0/contract"])
    expect(refused.err).toContain(path);
  const fast = await run(["mock", "--rate", "-3"], async () => undefined);
  expect([fast.status, fast.err]).toEqual([2, expect.stringContaining("-3")]);
});
