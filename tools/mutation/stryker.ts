import { spawn } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What to mutate, and how hard. */
export interface Order {
  readonly folder: string;
  readonly name: string;
  readonly slow: readonly string[];
  readonly patterns: readonly string[];
  readonly concurrency: number;
  /** A report of an earlier run: what it says of mutants whose tests are the same is believed. */
  readonly earlier: string | undefined;
}

/** Stryker starts workers: a signal ends its whole group. */
const groups = process.platform !== "win32";
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const modules = "./tools/mutation/node_modules/@stryker-mutator";

/** The tests of one package alone. Isolated, so that no file profits from what another one left in memory. */
function vitestConfig({ name, slow }: Order): string {
  const exclude = slow.map((file) => `packages/${name}/${file}`);
  return `import { QuickFirst } from "./tools/mutation/quick-first.ts";
export default { test: {
  include: ["packages/${name}/{src,test}/**/*.test.ts"],
  exclude: ${JSON.stringify(exclude)},
  setupFiles: ["./vitest.setup.ts"],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  isolate: true,
  sequence: { sequencer: QuickFirst },
} };
`;
}

/** In place, because the links of a workspace lead out of a sandbox; a tsconfig that is none, because TypeScript 7 has no API. */
function strykerConfig({ patterns, concurrency, earlier }: Order) {
  return {
    testRunner: "vitest",
    plugins: [
      `${modules}/vitest-runner/dist/src/index.js`,
      "./tools/mutation/message-texts.ts",
      "./tools/mutation/survivors-at-once.ts",
    ],
    ignorers: ["message-texts"],
    vitest: { configFile: "mutation.vitest.config.ts" },
    mutate: patterns,
    coverageAnalysis: "perTest",
    inPlace: true,
    tsconfigFile: "tsconfig.none.json",
    disableTypeChecks: false,
    checkers: [],
    ignorePatterns: ["fixtures", "docs", "api", "schemas", "bench"],
    reporters: ["json", "progress-append-only", "survivors-at-once"],
    jsonReporter: { fileName: "mutation.json" },
    incremental: earlier !== undefined,
    incrementalFile: "earlier.json",
    allowEmpty: false,
    concurrency,
    timeoutMS: 2500,
  };
}

function run(folder: string): Promise<number> {
  const args = [join(modules, "core/bin/stryker.js"), "run", "mutation.stryker.json"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { FC_RUNS: "10", ...process.env },
    detached: groups,
  });
  const stop = () => (groups && child.pid !== undefined ? process.kill(-child.pid, "SIGKILL") : child.kill());
  for (const signal of signals) process.on(signal, stop);
  return new Promise((done) => {
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, stop);
      done(code ?? 1);
    });
  });
}

/** Makes the mutants of a tree and runs the tests of the package against each: the file of the report. */
export async function mutate(order: Order): Promise<string> {
  const { folder } = order;
  writeFileSync(join(folder, "mutation.vitest.config.ts"), vitestConfig(order));
  writeFileSync(join(folder, "mutation.stryker.json"), JSON.stringify(strykerConfig(order), null, 2));
  if (order.earlier !== undefined) copyFileSync(order.earlier, join(folder, "earlier.json"));
  const status = await run(folder);
  if (status !== 0) throw new Error(`Stryker ended with ${status}`);
  return join(folder, "mutation.json");
}
