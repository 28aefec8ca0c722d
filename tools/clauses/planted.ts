// Plants each fault of clauses.json into its module, in memory, and wants the named test to fail, which passes without it.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createVitest, escapeTestName, type TestSpecification, type Vitest } from "vitest/node";
import { type ClauseRow, clauseRows, type Fault, plant } from "./clauses.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (file: string): string => resolve(root, file).replaceAll("\\", "/");
const keyOf = ({ file, name }: ClauseRow["test"]): string => `${at(file)} ${name}`;

/** A test runner whose modules can be given a fault. */
interface Lane {
  readonly vitest: Vitest;
  readonly specifications: readonly TestSpecification[];
  readonly setFault: (fault: Fault | undefined) => void;
}

async function openLane(rows: readonly ClauseRow[]): Promise<Lane> {
  let planted: Fault | undefined;
  const planter = {
    name: "planted-fault",
    enforce: "pre" as const,
    transform: (code: string, id: string) =>
      planted !== undefined && id.split("?")[0] === at(planted.file) ? plant(planted, code) : undefined,
  };
  const include = [...new Set(rows.map(({ test }) => test.file))];
  const vitest = await createVitest(
    {
      ...{ root, config: false, include, setupFiles: [at("vitest.setup.ts")], testTimeout: 120_000 },
      ...{
        run: true,
        watch: false,
        pool: "threads",
        maxWorkers: 1,
        fsModuleCache: false,
        reporters: [{}],
        silent: true,
      },
    },
    { plugins: [planter] },
  );
  const specifications = await vitest.globTestSpecifications();
  const setFault = (fault: Fault | undefined) => {
    for (const file of [planted, fault]) if (file !== undefined) vitest.invalidateFile(at(file.file));
    planted = fault;
  };
  return { vitest, specifications, setFault };
}

/** How the named tests ended, by file and name; the other tests of their files are left out. */
async function statesOf({ vitest, specifications }: Lane, tests: readonly ClauseRow["test"][]) {
  const files = new Set(tests.map(({ file }) => at(file)));
  const names = new Set(tests.map(({ name }) => name));
  vitest.setGlobalTestNamePattern(new RegExp(`^(${[...names].map((name) => escapeTestName(name, false)).join("|")})$`));
  const { testModules } = await vitest.runTestSpecifications(
    specifications.filter(({ moduleId }) => files.has(moduleId)),
  );
  const states = new Map<string, string>();
  for (const { moduleId, children } of testModules) {
    for (const test of children.allTests())
      states.set(keyOf({ file: moduleId, name: test.fullName }), test.result().state);
  }
  return (test: ClauseRow["test"]): string => states.get(keyOf(test)) ?? "not there";
}

/** Complaints about some rows, one after the other. */
async function checkRows(rows: readonly ClauseRow[]): Promise<readonly string[]> {
  const lane = await openLane(rows);
  const sound = await statesOf(
    lane,
    rows.map(({ test }) => test),
  );
  const complaints: string[] = [];
  for (const { clause, test, fault } of rows) {
    if (sound(test) !== "passed") complaints.push(`${clause}: "${test.name}" is ${sound(test)} without a fault`);
    lane.setFault(fault);
    const state = (await statesOf(lane, [test]))(test);
    if (state !== "failed")
      complaints.push(`${clause}: "${test.name}" is ${state} with "${fault.replace}" in ${fault.file}`);
    lane.setFault(undefined);
  }
  await lane.vitest.close();
  return complaints;
}

const started = performance.now();
const middle = clauseRows.length >> 1;
const complaints = (await Promise.all([clauseRows.slice(0, middle), clauseRows.slice(middle)].map(checkRows))).flat();
for (const complaint of complaints) console.error(complaint);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${clauseRows.length} faults planted, ${complaints.length} not found as they should be, in ${seconds} s`);
process.exitCode = complaints.length === 0 ? 0 : 1;
