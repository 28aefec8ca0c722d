import { isNode, type Node, syntaxOf, type Visit } from "./syntax.ts";
import type { SourceFile } from "./workspace.ts";

/** A use of a name that the file itself does not bind. */
export interface GlobalUse {
  /** `process`, `Date.now`, `new Date()` */
  readonly name: string;
  readonly line: number;
}

/** TypeScript nodes that hold expressions which run; all others are types and vanish. */
const runningTypeNodes = [
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
];
const bindingMembers: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ["id"],
  FunctionDeclaration: ["id", "params"],
  FunctionExpression: ["id", "params"],
  ArrowFunctionExpression: ["params"],
  ImportSpecifier: ["local"],
  ImportDefaultSpecifier: ["local"],
  ImportNamespaceSpecifier: ["local"],
  CatchClause: ["param"],
};

function isInType({ node, parents }: Visit): boolean {
  return [...parents, node].some((around) => around.type.startsWith("TS") && !runningTypeNodes.includes(around.type));
}

/** A key, a property behind a dot, or a name of an import or export list: written, but not looked up. */
function isLabel({ parents, member }: Visit): boolean {
  const parent = parents.at(-1);
  if (parent === undefined) return false;
  if (parent.type === "MemberExpression") return member === "property" && parent["computed"] !== true;
  if (parent.type === "Property" || parent.type.endsWith("Definition"))
    return member === "key" && parent["computed"] !== true;
  if (parent.type === "ExportSpecifier") return member === "exported";
  return parent.type === "ImportSpecifier" || parent.type === "LabeledStatement" || parent.type === "MetaProperty";
}

function namesIn(pattern: unknown): readonly string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn);
  if (!isNode(pattern)) return [];
  if (pattern.type === "Identifier") return [String(pattern["name"])];
  if (pattern.type === "Property") return namesIn(pattern["value"]);
  return namesIn(pattern["properties"] ?? pattern["elements"] ?? pattern["argument"] ?? pattern["left"] ?? []);
}

function boundNames(visits: readonly Visit[]): ReadonlySet<string> {
  return new Set(
    visits.flatMap(({ node }) => (bindingMembers[node.type] ?? []).flatMap((member) => namesIn(node[member]))),
  );
}

const bare = ["globalThis", "window", "self", "global"];

/** `globalThis.process` is `process`; `Date.now` and `Math.random` are themselves. */
function qualified(visit: Visit): { readonly name: string; readonly node: Node; readonly parents: readonly Node[] } {
  let { node, parents } = visit;
  let name = String(node["name"]);
  for (
    let parent = parents.at(-1);
    parent?.type === "MemberExpression" && parent["object"] === node;
    parent = parents.at(-1)
  ) {
    const property = parent["property"] as Node;
    const step = parent["computed"] === true ? property["value"] : property["name"];
    if (typeof step !== "string") break;
    name = bare.includes(name) ? step : `${name}.${step}`;
    node = parent;
    parents = parents.slice(0, -1);
  }
  return { name, node, parents };
}

function described(visit: Visit): string {
  const { name, node, parents } = qualified(visit);
  const parent = parents.at(-1);
  const isCallee = parent?.["callee"] === node;
  if (name !== "Date" || !isCallee || parent === undefined) return name;
  if (parent.type === "CallExpression") return "Date()";
  return (parent["arguments"] as readonly unknown[]).length === 0 ? "new Date()" : "new Date(…)";
}

/** Every use of a name that the file does not bind, with what is read from it. */
export function globalsOf(file: SourceFile): readonly GlobalUse[] {
  const { visits, lineOf } = syntaxOf(file);
  const bound = boundNames(visits);
  return visits
    .filter((visit) => visit.node.type === "Identifier" && !bound.has(String(visit.node["name"])))
    .filter((visit) => !isInType(visit) && !isLabel(visit))
    .map((visit) => ({ name: described(visit), line: lineOf(visit.node.start) }));
}
