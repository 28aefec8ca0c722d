import { fail, type Issue, issue, ok, type Place, type Result } from "@flexbill/kernel";
import { type JsonProblem, type JsonScan, scanJson } from "./json-scan.ts";
import { lineIndex } from "./lines.ts";
import type { Located, PlaceOf } from "./located.ts";
import { type Path, pointerOf } from "./pointer.ts";
import { shown } from "./shown.ts";

/** What a text is called in messages, and the line it begins on (by default 1) where it is one line of a file. */
export interface TextOptions {
  readonly file?: string;
  readonly line?: number;
}

/**
 * Reads a JSON document. Every mistake of the text is an issue with its place: trailing commas, missing brackets,
 * names used twice (`schema.syntax`, `schema.duplicate-key`, `schema.nesting`, `schema.empty`).
 *
 * @example
 * ```ts
 * readJson('{"account": "AC1"}', { file: "contract.json" }).ok; // true
 * ```
 */
export function readJson(text: string, options: TextOptions = {}): Result<Located> {
  if (text.trim() === "") return fail([issue("schema.empty", { path: "", at: placeAt(text, 0, options) })]);
  return scanned(text, options);
}

/**
 * Reads one line of NDJSON, as fast as `JSON.parse`; places are worked out only when asked for. Names used twice are
 * not looked for: the last one wins, as in `JSON.parse`.
 *
 * @example
 * ```ts
 * readJsonLine('{"id": "1"}', { file: "events.ndjson", line: 7 }).ok; // true
 * ```
 */
export function readJsonLine(text: string, options: TextOptions = {}): Result<Located> {
  const parsed = tryParse(text);
  if (parsed === undefined) return readJson(text, options);
  return ok({ value: parsed.value, placeOf: lazyPlaces(text, options) });
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function scanned(text: string, options: TextOptions): Result<Located> {
  const scan = scanJson(text);
  if (scan.problems.length > 0) return fail(scan.problems.map((problem) => problemIssue(problem, text, options)));
  return ok({ value: scan.value, placeOf: placesIn(text, scan, options) });
}

function problemIssue(problem: JsonProblem, text: string, options: TextOptions): Issue {
  return issue(`schema.${problem.kind}`, {
    path: problem.path,
    at: placeAt(text, problem.offset, options),
    found: shown(problem.found),
    ...(problem.wanted === undefined ? {} : { wanted: problem.wanted }),
  });
}

function lazyPlaces(text: string, options: TextOptions): Located["placeOf"] {
  let places: Located["placeOf"] | undefined;
  return (path, of) => {
    places ??= placesIn(text, scanJson(text), options);
    return places(path, of);
  };
}

function placesIn(text: string, scan: JsonScan, options: TextOptions): Located["placeOf"] {
  const lines = lineIndex(text);
  return (path, of) => placed(lines(offsetOf(scan, path, of)), options);
}

function offsetOf(scan: JsonScan, path: Path, of: PlaceOf = "value"): number {
  const exact = scan.offsets.get(pointerOf(path));
  if (exact !== undefined) return exact[of];
  return path.length === 0 ? 0 : offsetOf(scan, path.slice(0, -1));
}

function placeAt(text: string, offset: number, options: TextOptions): Place {
  return placed(lineIndex(text)(offset), options);
}

function placed(place: { readonly line: number; readonly column: number }, options: TextOptions): Place {
  const line = place.line + (options.line ?? 1) - 1;
  return options.file === undefined
    ? { line, column: place.column }
    : { file: options.file, line, column: place.column };
}
