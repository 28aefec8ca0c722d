/** A part of the check: a tool of the workspace, and whether its report counts tests. */
export interface Suite {
  readonly name: string;
  /** The file that Node runs, from the root. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly countsTests: boolean;
}

const vitest = (name: string, projects: readonly string[]): Suite => ({
  name,
  tool: "node_modules/vitest/vitest.mjs",
  args: ["run", ...projects.map((project) => `--project=${project}`)],
  countsTests: true,
});

/** Cheapest first: what fails often is told early. */
export const suites: readonly Suite[] = [
  { name: "types", tool: "node_modules/typescript/bin/tsc", args: ["-b"], countsTests: false },
  { name: "lint", tool: "node_modules/@biomejs/biome/bin/biome", args: ["ci", "."], countsTests: false },
  vitest("rooms", ["packages/*", "apps/*"]),
  vitest("tools", ["tools"]),
  { name: "planted", tool: "tools/clauses/planted.ts", args: [], countsTests: false },
  vitest("packing", ["packing"]),
  vitest("runtimes", ["runtimes"]),
  vitest("examples", ["examples"]),
];
