import { isNode, type Node, type Syntax, syntaxOf, type Visit } from "./syntax.ts";
import { type Rule, type SourceFile, sourcesOf, type Violation } from "./workspace.ts";

type Select = "sources" | "tests" | "all";

function ruleOfSyntax(
  sentence: string,
  which: Select,
  find: (syntax: Syntax, file: SourceFile) => readonly [number, string][],
): Rule {
  const wanted = (file: SourceFile) => which === "all" || file.isTest === (which === "tests");
  const check = (files: readonly SourceFile[]): readonly Violation[] =>
    files.filter(wanted).flatMap((file) => {
      const syntax = syntaxOf(file);
      return find(syntax, file).map(([offset, message]) => ({ file: file.path, line: syntax.lineOf(offset), message }));
    });
  return { sentence, check: ({ rooms }) => check(rooms.flatMap((room) => room.files)) };
}

function forbiddenNodes(types: Readonly<Record<string, string>>): (syntax: Syntax) => readonly [number, string][] {
  return ({ visits }) =>
    visits.flatMap(({ node }) => {
      const message = types[node.type];
      return message === undefined ? [] : [[node.start, message] as [number, string]];
    });
}

export const plainShapes: Rule = ruleOfSyntax(
  "Sources have no any, no enum, no class and no default export",
  "sources",
  forbiddenNodes({
    TSAnyKeyword: "any hides a type",
    TSEnumDeclaration: "An enum; a union of literals says it",
    ClassDeclaration: "A class; a function and a type say it",
    ClassExpression: "A class; a function and a type say it",
    ExportDefaultDeclaration: "A default export; give it a name",
  }),
);

export const nothingSilenced: Rule = ruleOfSyntax(
  "No comment silences the compiler or the linter",
  "sources",
  ({ comments }) =>
    comments
      .filter(({ value }) => /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|v8 ignore/.test(value))
      .map(({ value, start }) => [start, `Silenced by "${value.trim()}"`]),
);

const promise = new RegExp(`\\b(${["TO", "FIX"].map((word, index) => word + ["DO", "ME"][index]).join("|")})\\b`);

export const noPromises: Rule = ruleOfSyntax("No comment promises work in place of doing it", "all", ({ comments }) =>
  comments
    .filter(({ value }) => promise.test(value))
    .map(({ value, start }) => [start, `Promised by "${value.trim()}"`]),
);

const isDoor = (file: SourceFile) => /\/src\/(node\/)?index\.ts$/.test(file.path);

function exportedNames(node: Node): readonly string[] {
  const specifiers = (node["specifiers"] ?? []) as readonly Node[];
  return specifiers.map((specifier) => String((specifier["exported"] as Node)["name"]));
}

export const doorsOnlyReExport: Rule = ruleOfSyntax(
  "A door re-exports and does nothing else, each name once",
  "sources",
  ({ visits }, file) => {
    if (!isDoor(file)) return [];
    const statements = (visits[0]?.node["body"] ?? []) as readonly Node[];
    const others = statements.filter(({ type, source, specifiers, declaration }) => {
      const isEmpty = !isNode(declaration) && Array.isArray(specifiers) && specifiers.length === 0;
      return !(type === "ExportAllDeclaration" || (type === "ExportNamedDeclaration" && (isNode(source) || isEmpty)));
    });
    const seen = new Set<string>();
    const doubles = statements.flatMap((node) =>
      exportedNames(node)
        .filter((name) => seen.size === seen.add(name).size)
        .map((name): [number, string] => [node.start, `${name} is exported twice`]),
    );
    return [...others.map((node): [number, string] => [node.start, "A door holds re-exports only"]), ...doubles];
  },
);

const testNames = ["test", "it", "describe"];
const empty = /^(it )?(should )?(works?|passes|is correct|ok|test)( (fine|correctly|properly|as expected))?$/i;

function titleOf({ node }: Visit): string | undefined {
  const callee = node["callee"];
  if (node.type !== "CallExpression" || !isNode(callee)) return undefined;
  const root = callee.type === "MemberExpression" ? (callee["object"] as Node) : callee;
  const title = (node["arguments"] as readonly Node[])[0];
  return testNames.includes(String(root["name"])) && typeof title?.["value"] === "string" ? title["value"] : undefined;
}

export const titlesAreSentences: Rule = ruleOfSyntax("A test's title says what holds", "tests", ({ visits }) =>
  visits.flatMap((visit) => {
    const title = titleOf(visit);
    const isVague = title !== undefined && (empty.test(title.trim()) || !title.trim().includes(" "));
    return isVague ? [[visit.node.start, `"${title}" does not say what holds`] as [number, string]] : [];
  }),
);

const fileLimit = 350;
const functionLimit = 70;
const functionTypes = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

export const oneConceptAFile: Rule = ruleOfSyntax(
  `No source file is longer than ${fileLimit} lines and no function than ${functionLimit}`,
  "sources",
  ({ visits, lineOf }, file) => {
    const lines = file.text.trimEnd().split("\n").length;
    const long = visits.filter(
      ({ node }) => functionTypes.includes(node.type) && lineOf(node.end) - lineOf(node.start) >= functionLimit,
    );
    const tooLong: [number, string][] = lines > fileLimit ? [[0, `${lines} lines: look for the second concept`]] : [];
    return [
      ...tooLong,
      ...long.map(({ node }): [number, string] => [node.start, "A function that long has a second concept"]),
    ];
  },
);

export const filesEndInANewline: Rule = {
  sentence: "Every file ends with one newline",
  check: ({ rooms }) =>
    rooms
      .flatMap((room) => [...sourcesOf(room), ...room.files.filter((file) => file.isTest)])
      .filter((file) => !/[^\n]\n$/.test(file.text))
      .map((file) => ({ file: file.path, message: "No newline, or more than one, at the end" })),
};
