import { describe, expect, test } from "vitest";
import { noAmbientWorld } from "./ambient.ts";
import { exactArithmetic } from "./arithmetic.ts";
import { kernelStandsAlone, noIdleDependency, sourcesDeclare, testsDeclare } from "./dependencies.ts";
import { everyPackageHasAPlace, importsPointDown, importsUseDoors, noReachIn } from "./imports.ts";
import { manifestsPublishWhatIsThere, noVagueNames, roomsAreLabelled } from "./papers.ts";
import { rules } from "./rules.ts";
import {
  doorsOnlyReExport,
  filesEndInANewline,
  noPromises,
  nothingSilenced,
  oneConceptAFile,
  plainShapes,
  titlesAreSentences,
} from "./style.ts";
import { isTestPath, type Manifest, type Room, type Rule, type Workspace } from "./workspace.ts";

const readme = "# room\n\n## Owns\n\nThis.\n\n## Does not own\n\nThat.\n\n## Invariants\n\nAlways so.\n";
const doors = { ".": "./src/index.ts", "./package.json": "./package.json" };

/** A room without fault, but for what `files` and `changes` say; files are named from the room's folder. */
function room(folder: string, files: Readonly<Record<string, string>> = {}, changes: Partial<Manifest> = {}): Room {
  const name = folder.slice(folder.indexOf("/") + 1);
  const manifest = {
    name: `@flexbill/${name}`,
    license: "MIT",
    exports: doors,
    publishConfig: { exports: doors },
    ...changes,
  };
  const sources = Object.entries({ "src/index.ts": 'export * from "./a.ts";\n', ...files }).map(([file, text]) => {
    const path = `${folder}/${file}`;
    return { path, text, isTest: isTestPath(path) };
  });
  return { folder, name, isApp: folder.startsWith("apps/"), manifest, readme, files: sources };
}

function workspace(...rooms: readonly Room[]): Workspace {
  return { rooms, sharedDevDependencies: ["vitest"] };
}

const inKernel = (text: string, file = "src/a.ts") => workspace(room("packages/kernel", { [file]: text }));
const messages = (rule: Rule, where: Workspace) => rule.check(where).map(({ message }) => message);
const isBroken = (rule: Rule, where: Workspace) => rule.check(where).length > 0;

test("a workspace without fault breaks no rule", () => {
  const kernel = room("packages/kernel", { "src/a.ts": "export const a: number = 1;\n" });
  const usage = room(
    "packages/usage",
    { "src/a.ts": 'import { a } from "@flexbill/kernel";\nexport const b = a;\n' },
    { dependencies: { "@flexbill/kernel": "workspace:*" } },
  );
  expect(rules.filter((rule) => isBroken(rule, workspace(kernel, usage)))).toEqual([]);
});

describe("imports between packages", () => {
  const kernel = room("packages/kernel");
  const usage = room("packages/usage");
  const importing = (where: string, specifier: string, file = "src/a.ts") =>
    workspace(kernel, usage, room(where, { [file]: `import { a } from "${specifier}";\nexport const b = a;\n` }));

  test("a package without a place on the ladder is named", () => {
    expect(messages(everyPackageHasAPlace, workspace(room("packages/attic")))).toEqual(["attic is not on the ladder"]);
  });

  test("an upward import is found, in sources and not in tests", () => {
    expect(messages(importsPointDown, importing("packages/products", "@flexbill/usage"))).toEqual([
      "products does not stand on usage",
    ]);
    expect(isBroken(importsPointDown, importing("packages/products", "@flexbill/usage", "src/a.test.ts"))).toBe(false);
    expect(isBroken(importsPointDown, importing("packages/charges", "@flexbill/usage"))).toBe(false);
  });

  test("an upward import hides neither in a type, a re-export nor a dynamic import", () => {
    for (const text of [
      'import type { A } from "@flexbill/usage";\nexport type B = A;\n',
      'export type B = import("@flexbill/usage").A;\n',
      'export { a } from "@flexbill/usage";\n',
      'export * from "@flexbill/usage";\n',
      'export const b = () => import("@flexbill/usage");\n',
    ])
      expect(isBroken(importsPointDown, workspace(usage, room("packages/kernel", { "src/a.ts": text })))).toBe(true);
  });

  test("a package that two branches need may not be a branch", () => {
    const simulator = room("packages/simulator");
    const twilio = room("packages/twilio", { "src/a.ts": 'export * from "@flexbill/simulator";\n' });
    expect(messages(importsPointDown, workspace(simulator, twilio))).toEqual(["twilio does not stand on simulator"]);
  });

  test("a deep import is found in sources and in tests", () => {
    const deep = "@flexbill/kernel/src/decimal.ts";
    expect(isBroken(importsUseDoors, importing("packages/charges", deep))).toBe(true);
    expect(isBroken(importsUseDoors, importing("packages/charges", deep, "src/a.test.ts"))).toBe(true);
    expect(isBroken(importsUseDoors, importing("packages/charges", "@flexbill/kernel"))).toBe(false);
  });

  test("a relative path into another package is found in sources and in tests", () => {
    const path = "../../kernel/src/decimal.ts";
    expect(isBroken(noReachIn, importing("packages/charges", path))).toBe(true);
    expect(isBroken(noReachIn, importing("packages/charges", path, "src/a.test.ts"))).toBe(true);
    expect(isBroken(noReachIn, importing("packages/charges", "../data/x.json"))).toBe(false);
  });

  test("sources may not read fixtures, tests may", () => {
    const path = "../../../fixtures/golden/a.json";
    expect(isBroken(noReachIn, importing("packages/charges", path))).toBe(true);
    expect(isBroken(noReachIn, importing("packages/charges", path, "src/a.test.ts"))).toBe(false);
  });
});

describe("dependencies", () => {
  const uses = (file: string, changes: Partial<Manifest>) =>
    workspace(room("packages/usage", { [file]: 'import { z } from "zod";\nexport const a = z;\n' }, changes));
  const zod = { zod: "catalog:" };

  test("an undeclared dependency of sources is found; a development dependency is not enough", () => {
    expect(isBroken(sourcesDeclare, uses("src/a.ts", {}))).toBe(true);
    expect(isBroken(sourcesDeclare, uses("src/a.ts", { devDependencies: zod }))).toBe(true);
    expect(isBroken(sourcesDeclare, uses("src/a.ts", { peerDependencies: zod }))).toBe(false);
  });

  test("a command built into one file asks for nothing, what is behind its package's door does", () => {
    const command = { bin: { a: "./src/bin.ts" } };
    const door = 'export { a } from "./a.ts";\n';
    const text = 'import { z } from "zod";\nexport const a = z;\n';
    const built = (files: Readonly<Record<string, string>>, changes: Partial<Manifest>) =>
      workspace(room("packages/usage", files, { ...command, ...changes }));
    expect(isBroken(sourcesDeclare, built({ "src/bin.ts": text }, { devDependencies: zod }))).toBe(false);
    expect(isBroken(sourcesDeclare, built({ "src/bin.ts": text }, {}))).toBe(true);
    expect(isBroken(noIdleDependency, built({ "src/bin.ts": text }, { dependencies: zod }))).toBe(true);
    const shared = { "src/index.ts": door, "src/a.ts": text };
    expect(isBroken(sourcesDeclare, built(shared, { devDependencies: zod }))).toBe(true);
    expect(isBroken(sourcesDeclare, built(shared, { dependencies: zod }))).toBe(false);
    expect(isBroken(noIdleDependency, built(shared, { dependencies: zod }))).toBe(false);
  });

  test("an undeclared dependency of tests is found", () => {
    expect(isBroken(testsDeclare, uses("src/a.test.ts", {}))).toBe(true);
    expect(isBroken(testsDeclare, uses("src/a.test.ts", { devDependencies: zod }))).toBe(false);
  });

  test("a dependency that only tests use, or nothing, is idle", () => {
    expect(isBroken(noIdleDependency, uses("src/a.test.ts", { dependencies: zod }))).toBe(true);
    expect(isBroken(noIdleDependency, uses("src/a.test.ts", { devDependencies: zod }))).toBe(false);
    expect(isBroken(noIdleDependency, uses("src/a.ts", { dependencies: { ...zod, hono: "catalog:" } }))).toBe(true);
  });

  test("kernel may not depend on anything at run time", () => {
    expect(isBroken(kernelStandsAlone, workspace(room("packages/kernel", {}, { dependencies: zod })))).toBe(true);
    expect(isBroken(kernelStandsAlone, workspace(room("packages/kernel", {}, { devDependencies: zod })))).toBe(false);
  });
});

describe("the surroundings", () => {
  for (const expression of [
    "Date.now()",
    "new Date()",
    "Date()",
    "globalThis.Date.now()",
    "Math.random()",
    "crypto.randomUUID()",
    "process.env",
    "globalThis.process",
    'globalThis["process"]',
    "fetch('/')",
    "console.log(1)",
    "setTimeout(() => {}, 1)",
    "setInterval(() => {}, 1)",
    "performance.now()",
    "Buffer.from('')",
    "{ process }",
    'import("node:fs")',
  ])
    test(`${expression} is taken from the surroundings`, () => {
      expect(messages(noAmbientWorld, inKernel(`export const a = ${expression};\n`))).toHaveLength(1);
    });

  test("a module of Node is found with and without its scheme", () => {
    expect(
      isBroken(noAmbientWorld, inKernel('import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n')),
    ).toBe(true);
    expect(isBroken(noAmbientWorld, inKernel('export { readFileSync } from "fs";\n'))).toBe(true);
  });

  test("a date from a number, an argument of that name and a type are free", () => {
    for (const text of [
      "export const a = new Date(0).getTime() + Date.UTC(2025, 1);\n",
      "export const a = (fetch: () => number, { process }: { process: number }) => fetch() + process;\n",
      "export type A = typeof fetch;\nexport const a = (world: { now: A }) => world.now;\n",
      "export const a = (world: { fetch: number }) => world.fetch;\nexport const b = { console: 1 };\n",
    ])
      expect(messages(noAmbientWorld, inKernel(text))).toEqual([]);
  });

  test("only flexbill, apps, tests and the Node folder of three packages may touch it", () => {
    const text = 'import { readFileSync } from "node:fs";\nexport const a = () => readFileSync(process.cwd());\n';
    const broken = (folder: string, file: string) =>
      isBroken(noAmbientWorld, workspace(room(folder, { [file]: text })));
    const free = [
      ["packages/flexbill", "src/bin.ts"],
      ["apps/console", "src/a.ts"],
      ["packages/mock", "src/node/a.ts"],
      ["packages/twilio", "src/node/a.ts"],
      ["packages/kernel", "src/a.test.ts"],
    ] as const;
    expect(free.filter(([folder, file]) => broken(folder, file))).toEqual([]);
    expect(broken("packages/mock", "src/a.ts")).toBe(true);
    expect(broken("packages/usage", "src/node/a.ts")).toBe(true);
  });
});

describe("arithmetic of what a seed decides", () => {
  const inSimulator = (text: string, file = "src/a.ts") => workspace(room("packages/simulator", { [file]: text }));

  for (const expression of [
    "Math.log(2)",
    "Math.exp(1)",
    "Math.sin(1)",
    "Math.pow(2, 0.5)",
    "Math.hypot(3, 4)",
    'Math["log2"](8)',
    "globalThis.Math.cbrt(8)",
    "[1, 2].map(Math.tanh)",
    "2 ** 0.5",
    "(({ log }) => log(2))(Math)",
  ])
    test(`${expression} may differ in its last bit`, () => {
      expect(messages(exactArithmetic, inSimulator(`export const a = ${expression};\n`))).toHaveLength(1);
    });

  test("an assignment of a power is found, and the invariants are held to it too", () => {
    const text = "export function a(b: number) {\n  let c = b;\n  c **= 2;\n  return c;\n}\n";
    expect(isBroken(exactArithmetic, workspace(room("packages/invariants", { "src/a.ts": text })))).toBe(true);
  });

  test("roots, integers and whole numbers are exact, a type and a name of one's own are free, and tests may compare", () => {
    for (const text of [
      "export const a = Math.sqrt(2) + Math.floor(1.5) + Math.imul(3, 5) + Math.max(1, 2);\n",
      "export const a = (b: bigint) => 10n ** b;\n",
      "export type A = typeof Math.log;\n",
      "export const a = (Math: { log: (b: number) => number }) => Math.log(2);\n",
    ])
      expect(messages(exactArithmetic, inSimulator(text))).toEqual([]);
    expect(isBroken(exactArithmetic, inSimulator("export const a = Math.log(2);\n", "src/a.test.ts"))).toBe(false);
    expect(isBroken(exactArithmetic, inKernel("export const a = Math.log(2);\n"))).toBe(false);
  });
});

describe("papers", () => {
  const labelled = (text: string | undefined) => {
    const { readme: _, ...bare } = room("packages/kernel");
    return workspace(text === undefined ? bare : { ...bare, readme: text });
  };

  test("a package without README, or with an empty or missing heading, is found", () => {
    expect(messages(roomsAreLabelled, labelled(undefined))).toEqual(["There is no README"]);
    expect(messages(roomsAreLabelled, labelled(readme.replace("That.", "")))).toEqual([
      'Nothing stands under "Does not own"',
    ]);
    expect(messages(roomsAreLabelled, labelled(readme.replace("## Invariants", "## Laws")))).toHaveLength(1);
  });

  test("a manifest that publishes other doors than it offers is found", () => {
    const changes = { publishConfig: { exports: { ".": "./dist/index.js" } } };
    expect(isBroken(manifestsPublishWhatIsThere, workspace(room("packages/kernel", {}, changes)))).toBe(true);
  });

  test("data that sources read must be published, and only that", () => {
    const source = { "src/a.ts": 'import a from "../data/a.json" with { type: "json" };\nexport const b = a;\n' };
    expect(isBroken(manifestsPublishWhatIsThere, workspace(room("packages/kernel", source)))).toBe(true);
    expect(isBroken(manifestsPublishWhatIsThere, workspace(room("packages/kernel", source, { files: ["data"] })))).toBe(
      false,
    );
    expect(isBroken(manifestsPublishWhatIsThere, workspace(room("packages/kernel", {}, { files: ["data"] })))).toBe(
      true,
    );
  });

  test("a licence other than MIT is found", () => {
    expect(isBroken(manifestsPublishWhatIsThere, workspace(room("packages/kernel", {}, { license: "ISC" })))).toBe(
      true,
    );
  });

  test("a file whose name says nothing is found", () => {
    expect(isBroken(noVagueNames, inKernel("export const a = 1;\n", "src/utils.ts"))).toBe(true);
    expect(isBroken(noVagueNames, inKernel("export const a = 1;\n", "src/helpers/a.ts"))).toBe(true);
  });
});

describe("style", () => {
  for (const text of [
    "export const a = (b: any) => b;\n",
    "export enum A { b }\n",
    "export class A {}\n",
    "export const a = class {};\n",
    "export default 1;\n",
  ])
    test(`${text.trim()} is no shape of this house`, () => {
      expect(isBroken(plainShapes, inKernel(text))).toBe(true);
    });

  test("a silenced compiler or linter is found", () => {
    for (const comment of [`// @ts-${"ignore"}`, `// @ts-${"expect-error"} why`, `/* ${"biome"}-ignore lint: why */`])
      expect(isBroken(nothingSilenced, inKernel(`${comment}\nexport const a = 1;\n`))).toBe(true);
  });

  test("a promise in a comment is found, in a string it is data", () => {
    expect(isBroken(noPromises, inKernel(`// ${"TO"}DO: later\nexport const a = 1;\n`))).toBe(true);
    expect(isBroken(noPromises, inKernel(`export const a = "${"TO"}DO";\n`))).toBe(false);
  });

  test("a door that computes, or exports a name twice, is found", () => {
    const door = (text: string) => messages(doorsOnlyReExport, inKernel(text, "src/index.ts"));
    expect(door("export const a = 1;\n")).toEqual(["A door holds re-exports only"]);
    expect(door('import "./a.ts";\n')).toEqual(["A door holds re-exports only"]);
    expect(door('export { a } from "./a.ts";\nexport { b as a } from "./b.ts";\n')).toEqual(["a is exported twice"]);
    expect(door('export { a } from "./a.ts";\nexport type { B } from "./b.ts";\n')).toEqual([]);
  });

  test("a title that says nothing is found", () => {
    const titled = (call: string) =>
      isBroken(titlesAreSentences, inKernel(`${call}("works", () => {});\n`, "src/a.test.ts"));
    expect(["test", "it", "test.each([1])"].filter(titled)).toEqual(["test", "it"]);
    const titles = ["it works correctly", "should work", "parse", "a decimal keeps its digits"];
    const vague = titles.filter((title) =>
      isBroken(titlesAreSentences, inKernel(`test("${title}", () => {});\n`, "src/a.test.ts")),
    );
    expect(vague).toEqual(["it works correctly", "should work", "parse"]);
  });

  test("a file past 350 lines and a function past 70 are found", () => {
    expect(isBroken(oneConceptAFile, inKernel("export const a = 1;\n".repeat(350)))).toBe(false);
    expect(isBroken(oneConceptAFile, inKernel("export const a = 1;\n".repeat(351)))).toBe(true);
    const lines = (count: number) => `export function a() {\n${"a();\n".repeat(count)}}\n`;
    expect(isBroken(oneConceptAFile, inKernel(lines(68)))).toBe(false);
    expect(isBroken(oneConceptAFile, inKernel(lines(69)))).toBe(true);
  });

  test("a missing or doubled newline at the end is found", () => {
    for (const end of ["", "\n\n"])
      expect(isBroken(filesEndInANewline, inKernel(`export const a = 1;${end}`))).toBe(true);
  });
});
