import { parseSync } from "rolldown/utils";
import type { SourceFile } from "./workspace.ts";

/** A node of the tree; what a rule reads beyond the type, it looks up. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** A node, the nodes around it (innermost last), and the member of its parent that holds it. */
export interface Visit {
  readonly node: Node;
  readonly parents: readonly Node[];
  readonly member: string;
}

export interface Comment {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A parsed file. */
export interface Syntax {
  readonly visits: readonly Visit[];
  readonly comments: readonly Comment[];
  lineOf(offset: number): number;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function* walk(node: Node, parents: readonly Node[], member: string): Generator<Visit> {
  yield { node, parents, member };
  const around = [...parents, node];
  for (const [key, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, around, key);
}

const parsed = new WeakMap<SourceFile, Syntax>();

/** The syntax of a file, parsed once; a file that does not parse is the compiler's business and stops the check. */
export function syntaxOf(file: SourceFile): Syntax {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const result = parseSync(file.path, file.text, { lang: file.path.endsWith("x") ? "tsx" : "ts" });
  if (result.errors.length > 0) throw new Error(`${file.path} does not parse: ${result.errors[0]?.message}`);
  const syntax: Syntax = {
    visits: [...walk(result.program as unknown as Node, [], "")],
    comments: result.comments,
    lineOf: (offset) => file.text.slice(0, offset).split("\n").length,
  };
  parsed.set(file, syntax);
  return syntax;
}

/** An import, a re-export or a dynamic import of a file. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

const importing = [
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
];

function specifierOf(node: Node): string | undefined {
  const source = node["source"] ?? node["argument"];
  if (!isNode(source)) return undefined;
  const literal = source.type === "TSLiteralType" ? (source["literal"] as Node) : source;
  return typeof literal["value"] === "string" ? literal["value"] : undefined;
}

export function importsOf(file: SourceFile): readonly Import[] {
  const { visits, lineOf } = syntaxOf(file);
  return visits.flatMap(({ node }) => {
    const specifier = importing.includes(node.type) ? specifierOf(node) : undefined;
    return specifier === undefined ? [] : [{ specifier, line: lineOf(node.start) }];
  });
}
