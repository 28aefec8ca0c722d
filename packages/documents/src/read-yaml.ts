import { fail, type Issue, issue, ok, type Place, type Result } from "@flexbill/kernel";
import { type Document, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Located } from "./located.ts";
import { readJson, type TextOptions } from "./read-json.ts";
import { shown } from "./shown.ts";
import { yamlOffset } from "./yaml-offset.ts";

const wishes: Readonly<Record<string, string>> = {
  BAD_INDENT: "yaml-indent",
  MISSING_CHAR: "yaml-closing",
  MULTIPLE_DOCS: "yaml-one-document",
  TAB_AS_INDENT: "yaml-no-tabs",
};

/**
 * Reads a YAML 1.2 document, or a JSON one (which YAML contains, but whose mistakes are better told as JSON). Every
 * mistake of the text is an issue with its place (`schema.syntax`, `schema.duplicate-key`, `schema.nesting`,
 * `schema.empty`).
 *
 * @example
 * ```ts
 * readYaml("account: AC1\ncurrency: USD\n", { file: "flexbill.yaml" }).ok; // true
 * ```
 */
export function readYaml(text: string, options: TextOptions = {}): Result<Located> {
  if (/^\s*[[{]/.test(text) && !(options.file ?? "").match(/\.ya?ml$/)) return readJson(text, options);
  const lines = new LineCounter();
  const placed = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const place = { line: line + (options.line ?? 1) - 1, column: col };
    return options.file === undefined ? place : { file: options.file, ...place };
  };
  const parsed = tryParse(text, lines);
  if ("trouble" in parsed) return fail([issue("schema.nesting", { path: "", found: shown(parsed.trouble) })]);
  const { document, value } = parsed;
  if (document.errors.length > 0) return fail(document.errors.map((error) => yamlIssue(error, text, placed)));
  if (value === null || value === undefined)
    return fail([issue("schema.empty", { path: "", at: { ...placed(0), line: 1, column: 1 } })]);
  return ok({ value, placeOf: (path, of) => placed(yamlOffset(document, path, of ?? "value")) });
}

type Parsed = { readonly document: Document; readonly value: unknown } | { readonly trouble: string };

/** The library throws on references that unfold without end, and on text nested too deep for the stack. */
function tryParse(text: string, lineCounter: LineCounter): Parsed {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, logLevel: "error" });
    return { document, value: document.errors.length > 0 ? undefined : (document.toJS() as unknown) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

function yamlIssue(error: YAMLError, text: string, placed: (offset: number) => Place): Issue {
  const [start, end] = error.pos;
  const code = error.code === "DUPLICATE_KEY" ? "schema.duplicate-key" : "schema.syntax";
  return issue(code, {
    path: "",
    at: placed(start),
    found: shown(text.slice(start, Math.max(end, start + 1)).split("\n")[0] ?? ""),
    ...(code === "schema.syntax" ? { wanted: wishes[error.code] ?? "yaml-syntax" } : {}),
  });
}
