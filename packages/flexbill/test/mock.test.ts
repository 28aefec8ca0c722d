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
