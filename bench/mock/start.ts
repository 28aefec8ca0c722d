/**
 * How soon the published command answers after its start: `node bench/mock/start.ts [STARTS]`, at the least and the
 * median of its starts. A list of usage has to play and meter the month first; that is told, and has no limit.
 */
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const room = fileURLToPath(new URL("../../packages/flexbill", import.meta.url));
const starts = Number(process.argv[2] ?? 10);
const limitMilliseconds = 400;
const account = "AC00000000000000000000000000000001";
const pages = {
  "the account": `/2010-04-01/Accounts/${account}.json`,
  "last month's usage": `/2010-04-01/Accounts/${account}/Usage/Records/LastMonth.json?PageSize=50`,
  "all usage": `/2010-04-01/Accounts/${account}/Usage/Records.json?PageSize=50`,
};
const limited = "the account";
const headers = { Authorization: `Basic ${btoa(`${account}:${"0".repeat(32)}`)}` };

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function untilAnswer(path: string): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn(process.execPath, ["dist/bin.js", "mock", "--port", String(port), "--quiet"], { cwd: room });
  const ended = new Promise((done) => child.once("exit", done));
  for (let response: Response | undefined; response?.ok !== true; ) {
    if (child.exitCode !== null) throw new Error(`The command ended with ${child.exitCode} before it answered`);
    response = await fetch(`http://127.0.0.1:${port}${path}`, { headers }).catch(() => undefined);
    if (response === undefined) await new Promise((done) => setTimeout(done, 5));
    else await response.arrayBuffer();
  }
  const milliseconds = performance.now() - begin;
  child.kill("SIGTERM");
  await ended;
  return milliseconds;
}

const built = spawnSync(process.execPath, ["../../tools/build/build-package.ts"], { cwd: room, stdio: "inherit" });
if (built.status !== 0) throw new Error("The command does not build");
for (const [what, path] of Object.entries(pages)) {
  const times: number[] = [];
  for (let start = 0; start < starts; start += 1) times.push(await untilAnswer(path));
  times.sort((a, b) => a - b);
  const [least = Number.NaN] = times;
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  const limit = what === limited ? ` (at most ${limitMilliseconds} wanted)` : "";
  const figures = `${least.toFixed(0)} ms after its start at the least, ${median.toFixed(0)} ms at the median`;
  console.log(`flexbill mock answers with ${what} ${figures} of ${starts} starts${limit}`);
  if (what === limited && least > limitMilliseconds) process.exitCode = 1;
}
