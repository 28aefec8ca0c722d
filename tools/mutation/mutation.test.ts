import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { complaints, judge } from "./judgement.ts";
import { isMessage } from "./message-texts.ts";
import { fates, type Report } from "./mutants.ts";
import { measured, patternsOf } from "./packages.ts";
import { mutationPage, percent, scores, survivors } from "./page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = "const one = 1;\nif (a < b) {\n  return one;\n}\n";

const mutant = (
  status: string,
  mutatorName: string,
  replacement: string,
  ...[line, column, toLine, toColumn]: number[]
) => ({
  ...{ status, mutatorName, replacement },
  location: { start: { line: line!, column: column! }, end: { line: toLine!, column: toColumn! } },
});

const reportOf = (text: string, lines = 0): Report => ({
  files: {
    "packages/kernel/src/order.ts": {
      source: text,
      mutants: [
        mutant("Survived", "EqualityOperator", "a <= b", lines + 2, 5, lines + 2, 10),
        mutant("NoCoverage", "BlockStatement", "{}", lines + 2, 12, lines + 4, 2),
        mutant("Timeout", "ConditionalExpression", "true", lines + 2, 5, lines + 2, 10),
        mutant("Killed", "ConditionalExpression", "false", lines + 2, 5, lines + 2, 10),
        mutant("Ignored", "StringLiteral", '""', lines + 1, 1, lines + 1, 2),
      ],
    },
  },
});

const edge = { file: "order.ts", line: "if (a < b) {", change: "a < b → a <= b" };
const block = { file: "order.ts", line: "if (a < b) {", change: "{ return one; } → {}" };

test("what survives and what no test reaches is missed, what times out is found, what is left out does not count", () => {
  const { found, missed, score, unlisted } = judge(fates(reportOf(source)), []);
  expect({ found, missed, score }).toEqual({ found: 2, missed: 2, score: 50 });
  expect(unlisted).toMatchObject([edge, block]);
});

test("a survivor with a reason still counts as missed, and is no complaint", () => {
  const judgement = judge(fates(reportOf(source)), [{ reason: "Equal values are one", mutants: [edge, block] }]);
  expect(judgement.score).toBe(50);
  expect(complaints(judgement, 50)).toEqual([]);
  expect(complaints(judgement, 88)).toEqual(["50.00 % of the mutants are found, wanted 88 %"]);
});

test("a listed survivor is still known when lines are put before it", () => {
  const moved = fates(reportOf(`// a word\n${source}`, 1));
  expect(judge(moved, [{ reason: "Equal values are one", mutants: [edge, block] }])).toMatchObject({
    unlisted: [],
    stale: [],
  });
});

test("a reason whose mutant is found, or no longer made, is stale; one of a file that was not run is not", () => {
  const found = { ...edge, change: "a < b → false" };
  const gone = { ...edge, change: "a > b → true" };
  const elsewhere = { ...edge, file: "sign.ts" };
  const judgement = judge(fates(reportOf(source)), [
    { reason: "None", mutants: [edge, block, found, gone, elsewhere] },
  ]);
  expect(judgement.stale).toEqual([found, gone]);
  expect(complaints(judgement, 0)).toHaveLength(2);
});

test("a listed survivor that takes too long on a busy machine is found, and its reason is not stale", () => {
  const slow = { ...edge, change: "a < b → true" };
  const judgement = judge(fates(reportOf(source)), [{ reason: "None", mutants: [edge, block, slow] }]);
  expect(judgement).toMatchObject({ found: 2, stale: [] });
});

test("a run without mutants misses nothing", () => {
  expect(judge([], [])).toMatchObject({ score: 100, unlisted: [], stale: [] });
});

test("the text of an assertion and of an error is a message, and no other argument is", () => {
  const argument = (type: string, name: string, key: number) =>
    isMessage({ key, listKey: "arguments", parent: { type, callee: { type: "Identifier", name } } });
  expect(argument("CallExpression", "assert", 1)).toBe(true);
  expect(argument("NewExpression", "RangeError", 0)).toBe(true);
  expect(argument("CallExpression", "assert", 0)).toBe(false);
  expect(argument("CallExpression", "issue", 1)).toBe(false);
  expect(argument("NewExpression", "Map", 0)).toBe(false);
  expect(isMessage({ key: "right", parent: { type: "BinaryExpression" } })).toBe(false);
});

test("every text and test that is left out of the measurement is there", () => {
  for (const { name, texts, slow } of measured) {
    for (const pattern of [...texts.map((text) => `src/${text}`), ...slow])
      expect(globSync(pattern, { cwd: `${root}packages/${name}` }), pattern).not.toEqual([]);
  }
});

test("some files of a package can be chosen, and its tests, door and texts never are", () => {
  const charges = measured.find(({ name }) => name === "charges")!;
  expect(patternsOf(charges, ["allowance/*.ts"])).toEqual([
    "packages/charges/src/allowance/*.ts",
    "!packages/charges/src/**/*.test.ts",
    "!packages/charges/src/index.ts",
    "!packages/charges/src/labels.*.ts",
  ]);
});

test("each survivor is listed once, in a file that is there, with a reason that is a sentence", () => {
  for (const [name, excuses] of Object.entries(survivors)) {
    const mutants = excuses.flatMap((excuse) => excuse.mutants);
    const names = mutants.map(({ file, line, change }) => `${file} ${line} ${change}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { file } of mutants) expect(existsSync(`${root}packages/${name}/src/${file}`), file).toBe(true);
    for (const { reason } of excuses) expect(reason).toMatch(/^[A-Z].{20,}[^.]$/);
  }
});

test("each whole run on record reached the bar of its package", () => {
  for (const [name, score] of Object.entries(scores)) {
    const bar = measured.find((one) => one.name === name)?.bar;
    expect(Number(percent(score)), name).toBeGreaterThanOrEqual(bar ?? 100);
  }
});

test("the packages on record are those that are measured each night", () => {
  const workflow = readFileSync(`${root}.github/workflows/nightly.yml`, "utf8");
  expect(workflow).toContain(`package: [${Object.keys(scores).join(", ")}]`);
});

test("a score is cut to two decimals, never rounded up to a bar", () => {
  expect(percent({ date: "2026-01-01", found: 94_999, missed: 5_001 })).toBe("94.99");
});

test("the page shows a mutant whose text has backticks", () => {
  const mutant = { file: "a.ts", line: "return `x`;", change: "`x` → ``" };
  const page = mutationPage({}, { kernel: [{ reason: "Nobody reads it", mutants: [mutant] }] });
  expect(page).toContain("Nobody reads it:\n\n- ``` a.ts: `x` → `` ``` in `` return `x`; ``");
});
