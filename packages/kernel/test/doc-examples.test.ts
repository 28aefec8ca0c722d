import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as kernel from "../src/index.ts";

const source = `${import.meta.dirname}/../src`;
const files = globSync("*.ts", { cwd: source }).filter((file) => !file.endsWith(".test.ts") && file !== "index.ts");

interface Documented {
  readonly name: string;
  readonly comment: string;
}

/** The first doc comment of each exported function: of overloads it is the one that speaks. */
function documented(text: string): readonly Documented[] {
  const found = text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export function (\w+)/g);
  const all = Array.from(found, ([, comment = "", name = ""]) => ({ name, comment: comment.replace(/^ \* ?/gm, "") }));
  return all.filter(({ name }, index) => all.findIndex((each) => each.name === name) === index);
}

/** Whole statements: lines up to one that ends with a semicolon (and perhaps a marker) while brackets are closed. */
function statements(example: string): readonly string[] {
  const done: string[] = [];
  let open = "";
  for (const line of example.split("\n")) {
    open += `${line}\n`;
    const code = open.replace(/\/\/ → .*$/gm, "").trim();
    const depth = (code.match(/[([{]/g) ?? []).length - (code.match(/[)\]}]/g) ?? []).length;
    if (code.endsWith(";") && depth === 0) {
      done.push(open.trim());
      open = "";
    }
  }
  return [...done, open.trim()].filter((statement) => statement !== "");
}

function instrumented(statement: string): string {
  const [, code = statement, wanted] = /^([\s\S]*);\s*\/\/ → (.*)$/.exec(statement) ?? [];
  return wanted === undefined ? code : `same(${code}, ${wanted});`;
}

/** Runs an example with the door's names in reach; gives how many expectations it met. */
function run(example: string): number {
  let met = 0;
  const same = (found: unknown, wanted: unknown) => {
    expect(found).toEqual(wanted);
    met += 1;
  };
  const names = Object.keys(kernel);
  const body = statements(example).map(instrumented).join("\n");
  new Function(...names, "same", body)(...Object.values(kernel), same);
  return met;
}

const everything = files.flatMap((file) => documented(readFileSync(`${source}/${file}`, "utf8")));
const publicNames = new Set(Object.keys(kernel));
const publicOnes = everything.filter(({ name }) => publicNames.has(name));

test("every public function is found here", () => {
  const functions = Object.entries(kernel).filter(([, value]) => typeof value === "function");
  expect(publicOnes.map(({ name }) => name).sort()).toEqual(functions.map(([name]) => name).sort());
});

describe("the example of", () => {
  test.each(publicOnes)("$name holds", ({ name, comment }) => {
    const examples = Array.from(comment.matchAll(/```ts\n([\s\S]*?)```/g), ([, example = ""]) => example);
    const met = examples.map(run).reduce((total, each) => total + each, 0);
    expect(examples.length).toBeGreaterThan(0);
    if (name !== "assert") expect(met).toBeGreaterThan(0);
  });
});
