/**
 * Pages of Usage Records over HTTP beside Prism, which serves the same page as an example of Twilio's description:
 * `node bench/mock/prism.ts [ROUNDS]`. Prism wants Node 24.18 or newer, and is fetched with npm into a folder that is
 * removed again; so this is no part of the tests.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 5);
const roundMilliseconds = 2_000;
const connections = 10;
const wantedTimes = 10;
const prismPort = 4719;

const description = new URL("../../fixtures/openapi/api_v2010.json", import.meta.url);

interface Operation {
  readonly operationId: string;
  readonly path: string;
  readonly parameters: readonly object[];
  readonly responseSchema: object;
}

/** Twilio's description of the list, with a page of ours as its example. */
function describe(page: unknown): object {
  const { operations } = JSON.parse(readFileSync(description, "utf8")) as { operations: readonly Operation[] };
  const list = operations.find(({ operationId }) => operationId === "ListUsageRecord");
  if (list === undefined) throw new Error("The description has no Usage Records");
  const content = { "application/json": { schema: list.responseSchema, examples: { page: { value: page } } } };
  const get = { parameters: list.parameters, responses: { "200": { description: "OK", content } } };
  return { openapi: "3.0.1", info: { title: "Twilio", version: "1" }, paths: { [list.path]: { get } } };
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    })
      .once("error", reject)
      .end();
  });
}

/** Answers a second, over connections that are kept open. */
async function load(url: string, headers: Record<string, string>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begin = performance.now();
  let answered = 0;
  const one = async () => {
    while (performance.now() - begin < roundMilliseconds) {
      if ((await ask(url, headers, agent)) !== 200) throw new Error(`${url} does not answer 200`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return (answered / (performance.now() - begin)) * 1000;
}

async function startPrism(folder: string, page: unknown, url: string, headers: Record<string, string>) {
  const npm = spawnSync(
    "npm",
    ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "@stoplight/prism-cli@5"],
    {
      stdio: "inherit",
    },
  );
  if (npm.status !== 0) throw new Error("Prism cannot be fetched");
  writeFileSync(join(folder, "twilio.json"), JSON.stringify(describe(page)));
  const program = join(folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
  const args = [program, "mock", "-h", "127.0.0.1", "-p", String(prismPort), join(folder, "twilio.json")];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: "ignore" });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const status = await ask(url, headers, new Agent()).catch(() => 0);
    if (status === 200) return child;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("Prism does not answer");
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), "flexbill-prism-"));
const server = spawn(process.execPath, [fileURLToPath(new URL("serve.ts", import.meta.url))]);
const [line = ""] = (await once(server.stdout, "data")) as [Buffer];
const mock = JSON.parse(String(line)) as { readonly url: string; readonly account: string; readonly authToken: string };
const headers = { Authorization: `Basic ${btoa(`${mock.account}:${mock.authToken}`)}` };
const path = `/2010-04-01/Accounts/${mock.account}/Usage/Records.json?PageSize=50`;
const page: unknown = await (await fetch(mock.url + path, { headers })).json();
const prismUrl = `http://127.0.0.1:${prismPort}${path}`;
const prism = await startPrism(folder, page, prismUrl, headers);
try {
  const figures: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1)
    figures.push([await load(mock.url + path, headers), await load(prismUrl, headers)]);
  const [ours, theirs] = [median(figures.map(([each]) => each)), median(figures.map(([, each]) => each))];
  const times = median(figures.map(([mine, other]) => mine / other));
  console.table({ flexbill: { "pages a second": Math.round(ours) }, prism: { "pages a second": Math.round(theirs) } });
  console.log(`flexbill serves ${times.toFixed(1)} times as many pages as Prism (at least ${wantedTimes} wanted)`);
  if (times < wantedTimes) process.exitCode = 1;
} finally {
  prism.kill();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
