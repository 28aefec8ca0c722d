import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isNode, type Node, type Syntax, syntaxOf } from "../architecture/syntax.ts";

/** The public names of a declaration file, each with the text of its type, comments left out. */
export type Declarations = ReadonlyMap<string, string>;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly syntax: Syntax;
}

function read(path: string): Source {
  const text = readFileSync(path, "utf8");
  return { path, text, syntax: syntaxOf({ path, text, isTest: false }) };
}

function withoutComments({ text, syntax }: Source, { start, end }: Node): string {
  const inside = syntax.comments.filter((comment) => comment.start >= start && comment.end <= end);
  const kept = inside.reduceRight(
    (rest, comment) => rest.slice(0, comment.start - start) + rest.slice(comment.end - start),
    text.slice(start, end),
  );
  return kept.replace(/\n\s*(?=\n)/g, "");
}

/** The statements at the top of a file, exported or not. */
const statements = ({ syntax }: Source): readonly Node[] =>
  syntax.visits.filter(({ parents }) => parents.length === 1).map(({ node }) => node);

const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  const name = node["name"] ?? node["value"];
  return typeof name === "string" ? name : undefined;
};

function namesDeclared(declaration: Node): readonly string[] {
  const declarators = declaration["declarations"];
  const named = Array.isArray(declarators) ? declarators : [declaration];
  return named.flatMap((each: Node) => nameOf(each["id"]) ?? []);
}

/** What a file declares itself, exported or not; overloads stand below each other. */
function declaredIn(source: Source): Declarations {
  const found = new Map<string, string>();
  for (const statement of statements(source)) {
    const inner = statement["declaration"];
    const text = withoutComments(source, statement).replace(/^(export )?(declare )?/, "");
    for (const name of namesDeclared(isNode(inner) ? inner : statement)) {
      const earlier = found.get(name);
      found.set(name, earlier === undefined ? text : `${earlier}\n${text}`);
    }
  }
  return found;
}

const isLocal = (specifier: string) => specifier.startsWith(".");
const beside = (path: string, specifier: string) =>
  resolve(dirname(path), `${specifier.replace(/\.js$|\.ts$/, "")}.d.ts`);

function reexported(source: Source, statement: Node): Declarations {
  const from = nameOf(statement["source"]);
  const there =
    from === undefined ? declaredIn(source) : isLocal(from) ? declarationsOf(beside(source.path, from)) : undefined;
  const specifiers = statement["specifiers"] as readonly Node[];
  return new Map(
    specifiers.map((each) => {
      const [local, exported] = [nameOf(each["local"]) ?? "", nameOf(each["exported"]) ?? ""];
      const text = there === undefined ? `${local} from "${from}"` : (there.get(local) ?? `${local}, declared nowhere`);
      return [exported, local === exported || there === undefined ? text : `${exported} = ${text}`];
    }),
  );
}

function everythingFrom(source: Source, statement: Node): Declarations {
  const from = nameOf(statement["source"]) ?? "";
  return isLocal(from) ? declarationsOf(beside(source.path, from)) : new Map([[`* ${from}`, `* from "${from}"`]]);
}

function exportedBy(source: Source, statement: Node, declared: Declarations): Declarations {
  if (statement.type === "ExportAllDeclaration") return everythingFrom(source, statement);
  if (statement.type !== "ExportNamedDeclaration") return new Map();
  const inner = statement["declaration"];
  if (!isNode(inner)) return reexported(source, statement);
  return new Map(namesDeclared(inner).map((name) => [name, declared.get(name) ?? ""]));
}

/** Follows re-exports from a declaration file to where each of its names is declared. */
export function declarationsOf(path: string): Declarations {
  const source = read(path);
  const declared = declaredIn(source);
  return new Map(statements(source).flatMap((statement) => [...exportedBy(source, statement, declared)]));
}
