import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

/** A folder of files in which the command is run as a process of its own. */
export interface Folder {
  readonly path: string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => string;
  readonly names: () => readonly string[];
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A folder that is removed when the tests of the file are done. */
export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "flexbill-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  mkdirSync(join(path, ".git"));
  return {
    path,
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    read: (name) => readFileSync(join(path, name), "utf8"),
    names: () => readdirSync(path).filter((name) => name !== ".git"),
    run: (args, options) => run(path, args, options),
  };
}

/** What the command's sources compile to is kept for the next run: reading them anew costs more than most tests. */
const compiled = join(tmpdir(), "flexbill-compile-cache");

/** No setting of the machine may change what the command says. */
const plainEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(FLEXBILL_|LC_|LANG|NO_COLOR|FORCE_COLOR|npm_)/.test(name)),
  );

export const start = (folder: string, args: readonly string[], { env = {}, cwd = "." }: RunOptions = {}) =>
  spawn(process.execPath, [bin, ...args], {
    cwd: join(folder, cwd),
    env: { ...plainEnvironment(), NODE_COMPILE_CACHE: compiled, ...env },
    stdio: "pipe",
  });

async function run(folder: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(folder, args, options);
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const status = new Promise<number | null>((done) => child.once("close", done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, status: await status };
}

export const account = "AC00000000000000000000000000000001";

/** A contract that rates, as a user would write it. */
export const contract = `account: ${account}
currency: USD
logoutActivity:
  - { activity: WA00000000000000000000000000000001, from: 2023-01-10T00:00:00Z }
plan:
  - { model: active-user-hour, from: 2025-04-01, price: "1.00" }
prices: { book: twilio-us-2026-08 }
`;

/** An hour of presence. */
export const presence = (id: string, user = "WK0000000000000000000000000000000a"): string =>
  JSON.stringify({
    specversion: "1.0",
    id,
    source: "/test",
    type: "dev.flexbill.presence",
    subject: account,
    data: {
      user,
      activity: "WA00000000000000000000000000000002",
      start: "2025-05-06T09:00:00Z",
      end: "2025-05-06T10:00:00Z",
    },
  });
