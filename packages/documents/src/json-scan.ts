import { pointerOf } from "./pointer.ts";

/** What is wrong at an offset of a JSON text. */
export interface JsonProblem {
  readonly kind: "syntax" | "duplicate-key" | "nesting";
  readonly offset: number;
  readonly path: string;
  readonly found: string;
  readonly wanted?: string;
}

/** Where a member stands: its name (of a list's item: the item) and its value. */
export interface JsonOffsets {
  readonly member: number;
  readonly value: number;
}

/** What a JSON text holds, what is wrong with it, and where each part stands, by JSON pointer. */
export interface JsonScan {
  readonly value: unknown;
  readonly problems: readonly JsonProblem[];
  readonly offsets: ReadonlyMap<string, JsonOffsets>;
}

interface Cursor {
  readonly text: string;
  readonly problems: JsonProblem[];
  readonly offsets: Map<string, JsonOffsets>;
  at: number;
  depth: number;
}

const mostProblems = 100;
const deepest = 500;
const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const space = /[ \t\r\n]*/y;
const word = /[^\s,:[\]{}"]+/y;
const quoted = /"(?:[^"\\\r\n]|\\[^\r\n])*"?/y;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Reads a JSON text and carries on after a mistake, so that one pass names every mistake and every place.
 *
 * @example
 * ```ts
 * scanJson('{"a": 1,}').problems.map((problem) => problem.offset); // [7]
 * ```
 */
export function scanJson(text: string): JsonScan {
  const cursor: Cursor = { text, problems: [], offsets: new Map(), at: 0, depth: 0 };
  const value = readValue(cursor, "");
  skip(cursor, space);
  if (cursor.at < text.length) report(cursor, "syntax", "", here(cursor), "json-end");
  return { value, problems: cursor.problems, offsets: cursor.offsets };
}

function readValue(cursor: Cursor, path: string, member?: number): unknown {
  skip(cursor, space);
  cursor.offsets.set(path, { member: member ?? cursor.at, value: cursor.at });
  switch (here(cursor)) {
    case "{":
      return nested(cursor, path, readObject);
    case "[":
      return nested(cursor, path, readArray);
    case '"':
      return readString(cursor, path);
    default:
      return readWord(cursor, path);
  }
}

function nested(cursor: Cursor, path: string, read: (cursor: Cursor, path: string) => unknown): unknown {
  if (cursor.depth === deepest) {
    report(cursor, "nesting", path, here(cursor));
    cursor.at = cursor.text.length;
    return undefined;
  }
  cursor.depth += 1;
  const value = read(cursor, path);
  cursor.depth -= 1;
  return value;
}

function readObject(cursor: Cursor, path: string): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  readItems(cursor, path, "}", () => readMember(cursor, path, members));
  return members;
}

function readMember(cursor: Cursor, path: string, members: Record<string, unknown>): void {
  const start = cursor.at;
  if (here(cursor) !== '"') report(cursor, "syntax", path, here(cursor), "json-name");
  const name = here(cursor) === '"' ? readString(cursor, path) : String(readWord(cursor, path, true));
  const own = path + pointerOf([name]);
  if (Object.hasOwn(members, name)) report(cursor, "duplicate-key", own, name, undefined, start);
  skip(cursor, space);
  if (here(cursor) === ":") cursor.at += 1;
  else report(cursor, "syntax", own, here(cursor), "json-colon");
  const value = readValue(cursor, own, start);
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}

function readArray(cursor: Cursor, path: string): unknown[] {
  const items: unknown[] = [];
  readItems(cursor, path, "]", () => items.push(readValue(cursor, `${path}/${items.length}`)));
  return items;
}

function readItems(cursor: Cursor, path: string, close: string, readItem: () => void): void {
  cursor.at += 1;
  skip(cursor, space);
  if (take(cursor, close)) return;
  do {
    skip(cursor, space);
    if (",]}".includes(here(cursor))) report(cursor, "syntax", path, here(cursor), "json-value");
    else readItem();
  } while (anotherItem(cursor, path, close));
}

/** Past a comma true, past the end of the list false; a missing comma or a wrong bracket is reported and forgiven. */
function anotherItem(cursor: Cursor, path: string, close: string): boolean {
  skip(cursor, space);
  const comma = cursor.at;
  if (take(cursor, ",")) {
    skip(cursor, space);
    if (!take(cursor, close)) return true;
    report(cursor, "syntax", path, ",", "json-no-trailing-comma", comma);
    return false;
  }
  if (take(cursor, close)) return false;
  report(cursor, "syntax", path, here(cursor), close === "]" ? "json-list-end" : "json-object-end");
  return here(cursor) !== "" && !take(cursor, "]") && !take(cursor, "}");
}

function readString(cursor: Cursor, path: string): string {
  const start = cursor.at;
  const raw = skip(cursor, quoted);
  try {
    return JSON.parse(raw) as string;
  } catch {
    report(cursor, "syntax", path, raw, "json-string", start);
    return raw.slice(1);
  }
}

function readWord(cursor: Cursor, path: string, asName = false): unknown {
  const start = cursor.at;
  const raw = skip(cursor, word);
  if (raw === "") cursor.at += 1;
  if (asName) return raw;
  if (literals.has(raw)) return literals.get(raw);
  if (number.test(raw)) return Number(raw);
  report(cursor, "syntax", path, raw === "" ? (cursor.text[start] ?? "") : raw, "json-value", start);
  return undefined;
}

function report(
  cursor: Cursor,
  kind: JsonProblem["kind"],
  path: string,
  found: string,
  wanted?: string,
  offset = cursor.at,
): void {
  cursor.problems.push({ kind, offset, path, found, ...(wanted === undefined ? {} : { wanted }) });
  if (cursor.problems.length >= mostProblems) cursor.at = cursor.text.length;
}

function here(cursor: Cursor): string {
  return cursor.text[cursor.at] ?? "";
}

function take(cursor: Cursor, character: string): boolean {
  if (here(cursor) !== character) return false;
  cursor.at += 1;
  return true;
}

function skip(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.at += found.length;
  return found;
}
