import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Runtime } from "./runtimes.ts";

const account = "AC00000000000000000000000000000001";
const authorization = `Basic ${Buffer.from(`${account}:${"0".repeat(32)}`).toString("base64")}`;
const month = "2026-01";

/** What a mock that runs `month` answered, and how it ended. */
export interface Answered {
  readonly status: number;
  readonly records: readonly unknown[];
  readonly exit: number | null;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The instant of the question is on every record, and the only thing that differs between two runs. */
function withoutInstant(record: Readonly<Record<string, unknown>>): unknown {
  const { as_of: _, ...rest } = record;
  return rest;
}

async function ask(port: number, child: ChildProcess): Promise<Omit<Answered, "exit">> {
  const url = `http://127.0.0.1:${port}/2010-04-01/Accounts/${account}/Usage/Records.json?StartDate=${month}-01&EndDate=${month}-31&PageSize=1000`;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The mock ended with ${child.exitCode} before it answered`);
    const response = await fetch(url, { headers: { authorization } }).catch(() => undefined);
    if (response === undefined) await new Promise((done) => setTimeout(done, 100));
    else {
      const body = (await response.json()) as { usage_records: readonly Record<string, unknown>[] };
      return { status: response.status, records: body.usage_records.map(withoutInstant) };
    }
  }
  throw new Error("The mock did not answer within a minute");
}

/** Starts `flexbill mock` on a runtime, asks it for the month's usage records and sends it SIGTERM. */
export async function askMock(runtime: Runtime, script: string, cwd: string, scratch: string): Promise<Answered> {
  const port = await freePort();
  const args = [...runtime.before, script, "mock", "--port", String(port), "--month", month, "--seed", "7"];
  const env = { ...process.env, DENO_DIR: scratch, DENO_NO_UPDATE_CHECK: "1" };
  const child = spawn(runtime.file, args, { cwd, env, stdio: "ignore" });
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  try {
    const answered = await ask(port, child);
    child.kill("SIGTERM");
    return { ...answered, exit: await ended };
  } finally {
    child.kill("SIGKILL");
  }
}
