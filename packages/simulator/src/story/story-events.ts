import { inside, type Located } from "@flexbill/documents";
import type { Issue } from "@flexbill/kernel";
import { type FlexEvent, parseLocatedEvent } from "@flexbill/usage";
import { type At, complaint, own } from "../complaint.ts";
import { eventNames, type StoryEvent } from "./story-schema.ts";

const nobody = { user: null };
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  presence: { end: null },
  seat: { end: null },
  "call-leg": { ...nobody, country: null, numberType: null, peer: null, status: "completed" },
  message: { ...nobody, country: null, numberType: null, carrier: null, provider: null, customer: null },
  recording: { ...nobody, deleted: null },
  number: { released: null },
  usage: { ...nobody, dimensions: {} },
  fee: { reference: null },
};
/** Members that name an event's object; the event's own id stands in where a story does not care. */
const ownName: Readonly<Record<string, string>> = {
  "call-leg": "call",
  message: "message",
  recording: "recording",
  number: "number",
};

/** Where the events of a list of a story come from, and whose they are. */
export interface EventList {
  readonly source: Located;
  readonly path: At;
  readonly account: string;
}

/** The events that a story's short ones stand for, and every problem in them at its place in the story. */
export function eventsFrom(list: readonly StoryEvent[], from: EventList): Told {
  const told = list.map((short, index) => eventsOf(short, { ...from, path: [...from.path, index] }));
  return { events: told.flatMap(({ events }) => events), issues: told.flatMap(({ issues }) => issues) };
}

/** Events, and what is wrong with the rest. */
export interface Told {
  readonly events: readonly FlexEvent[];
  readonly issues: readonly Issue[];
}

function eventsOf(short: StoryEvent, from: EventList): Told {
  const kinds = eventNames.filter((name) => short[name] !== undefined);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return { events: [], issues: [oneOf(from, kinds.at(1))] };
  const times = short.repeat ?? 1;
  const events: FlexEvent[] = [];
  for (let number = 1; number <= times; number += 1) {
    const read = parseLocatedEvent(longForm(short, { ...from, kind, number }));
    if (!read.ok || read.issues.length > 0)
      return { events, issues: read.issues.map((one) => inStory(one, from, kind)) };
    events.push(read.value);
  }
  return { events, issues: [] };
}

function oneOf({ source, path }: EventList, second: string | undefined): Issue {
  const at = second === undefined ? path : [...path, second];
  return complaint("schema.value", source, at, {
    wanted: "exactly-one-of",
    params: { options: eventNames.join(", ") },
  });
}

function longForm(short: StoryEvent, from: EventList & { readonly kind: string; readonly number: number }): Located {
  const { source, path, account, kind, number } = from;
  const base = short.id ?? path.join("/");
  const id = short.repeat === undefined ? base : `${base}/${number}`;
  const named = ownName[kind] === undefined ? {} : { [ownName[kind]]: id };
  const written = numbered(inside(source, ...path, kind).value, number);
  const value = {
    specversion: "1.0",
    id,
    source: short.source ?? "/scenario",
    type: `dev.flexbill.${kind}`,
    subject: short.account ?? account,
    data: { ...named, ...defaults[kind], ...(written as object) },
  };
  return {
    value,
    placeOf: (rest, of) => source.placeOf([...path, ...(rest[0] === "data" ? [kind, ...rest.slice(1)] : [])], of),
  };
}

/** A value in whose texts `$i` is the number of the event. */
export function numbered(value: unknown, number: number): unknown {
  if (typeof value === "string") return value.replaceAll(/\$i(?![a-z0-9])/g, String(number));
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => numbered(item, number));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, numbered(item, number)]));
}

/** An issue of an event's `data`, as one of the short form. */
function inStory(found: Issue, { path }: EventList, kind: string): Issue {
  const inData = found.path.startsWith("/data");
  return own({ ...found, path: inData ? found.path.slice("/data".length) : "" }, inData ? [...path, kind] : path);
}
