import { type Located, located, parseWith, readJsonLine } from "@flexbill/documents";
import { fail, type Issue, ok, type Result } from "@flexbill/kernel";
import { attributesSchema } from "../events/envelope.ts";
import { eventSchema, type FlexEvent, isFlexEvent } from "../events/event.ts";
import { hasStrangers } from "./strangers.ts";

/** Where a line stands in a file. */
export interface LinePlace {
  readonly file?: string;
  readonly line: number;
}

/**
 * One line of an event file. An empty line has no event; a line that is none gives every problem with line, column,
 * path, what was found and what was wanted. Members of `data` that formats.md does not name are `unknown-member` infos.
 *
 * @example
 * ```ts
 * readEventLine("{}", { file: "events.ndjson", line: 1 }).ok; // → false
 * readEventLine("", { line: 2 }); // → ok, without an event
 * ```
 */
export function readEventLine(text: string, place: LinePlace): Result<FlexEvent | undefined> {
  const event = plainEvent(text);
  return event === undefined ? readOddLine(text, place) : ok(event);
}

/** The event of a line, where nothing is to be said about it; undefined asks for {@link readEventLine}. */
export function plainEvent(text: string): FlexEvent | undefined {
  const value = tryParse(text);
  return isFlexEvent(value) && !hasStrangers(value) ? value : undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readOddLine(text: string, place: LinePlace): Result<FlexEvent | undefined> {
  if (text.trim() === "") return ok(undefined);
  const read = readJsonLine(text, place);
  return read.ok ? parseLocatedEvent(read.value) : read;
}

/**
 * A value that should be an event, such as one of a request; its problems have paths, and places where it has any.
 *
 * @example
 * ```ts
 * parseEvent({ type: "dev.flexbill.unheard-of" }).ok; // → false
 * ```
 */
export function parseEvent(value: unknown): Result<FlexEvent> {
  return isFlexEvent(value) && !hasStrangers(value) ? ok(value) : parseLocatedEvent(located(value));
}

/** As {@link parseEvent}, for a value that knows its places. */
export function parseLocatedEvent(source: Located): Result<FlexEvent> {
  const parsed = parseWith(eventSchema, source);
  if (parsed.ok) return ok(source.value as FlexEvent, parsed.issues);
  return parsed.issues.some(({ code }) => code === "schema.event-type")
    ? withAttributes(source, parsed.issues)
    : parsed;
}

/** The schema stops at a type that it does not know; the other attributes may be wrong all the same. */
function withAttributes(source: Located, issues: readonly Issue[]): Result<never> {
  const isObject = typeof source.value === "object" && source.value !== null;
  const attributes = isObject ? parseWith(attributesSchema, source, { unknownMembers: "ignore" }) : ok(undefined);
  return fail(attributes.ok ? issues : [...attributes.issues, ...issues]);
}
