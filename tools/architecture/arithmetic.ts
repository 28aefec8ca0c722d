import { globalsOf } from "./globals.ts";
import { isNode, syntaxOf } from "./syntax.ts";
import { type Rule, type SourceFile, sourcesOf, type Violation } from "./workspace.ts";

/** Whoever promises the same bytes from the same seed on every runtime. */
const seeded: readonly string[] = ["simulator", "invariants"];

/** ECMAScript leaves the last bits of these to each runtime. */
const approximated: readonly string[] = [
  ...["acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cos", "cosh", "sin", "sinh", "tan", "tanh"],
  ...["cbrt", "exp", "expm1", "hypot", "log", "log10", "log1p", "log2", "pow"],
].map((name) => `Math.${name}`);

/** A power of whole numbers of any length is exact. */
const isBigint = (base: unknown): boolean => isNode(base) && typeof base["bigint"] === "string";

function inexactUses(file: SourceFile): readonly Violation[] {
  const { visits, lineOf } = syntaxOf(file);
  const called = globalsOf(file)
    .filter(({ name }) => name === "Math" || approximated.some((one) => name === one || name.startsWith(`${one}.`)))
    .map(({ name, line }) => ({ line, name: name === "Math" ? "Math without a plain name behind it" : name }));
  const powers = visits
    .filter(({ node }) => (node["operator"] === "**" || node["operator"] === "**=") && !isBigint(node["left"]))
    .map(({ node }) => ({ line: lineOf(node.start), name: `The operator ${String(node["operator"])}` }));
  return [...called, ...powers].map(({ line, name }) => ({
    file: file.path,
    line,
    message: `${name} is not the same to the last bit everywhere`,
  }));
}

export const exactArithmetic: Rule = {
  sentence: "What a seed decides uses integers, tables and + − × ÷ √ only",
  check: ({ rooms }) =>
    rooms.filter(({ name }) => seeded.includes(name)).flatMap((room) => sourcesOf(room).flatMap(inexactUses)),
};
