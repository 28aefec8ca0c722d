import { formatInstant, type Interval, instant, isBefore, unite } from "@flexbill/kernel";
import type { EventDocument, RequestDocument } from "./generated-requests.ts";

type Data = EventDocument["data"];

/** The same request with other events. */
export function withEvents(request: RequestDocument, events: readonly EventDocument[]): RequestDocument {
  return { ...request, events };
}

/** The same request with other members of its contract. */
export function withContract(request: RequestDocument, change: object): RequestDocument {
  return { ...request, contract: { ...request.contract, ...change } };
}

/** An event of the contract's account. */
export function ownEvent({ contract }: RequestDocument, id: string, type: string, data: Data): EventDocument {
  const envelope = { specversion: "1.0", id, source: "/metamorphic", type: `dev.flexbill.${type}`, data };
  return { ...envelope, subject: contract["account"] } as EventDocument;
}

const lasting: ReadonlySet<string> = new Set(["dev.flexbill.presence", "dev.flexbill.seat"]);

/** Presence and seats that have ended and last longer than two milliseconds. */
function isCuttable({ type, data }: EventDocument): boolean {
  const { start, end } = data;
  return lasting.has(type) && typeof start === "string" && typeof end === "string" && lengthOf(start, end) > 2;
}

function lengthOf(start: string, end: string): number {
  return Date.parse(end) - Date.parse(start);
}

/** Where an interval is cut, in hundredths of its length: two pieces that touch, or overlap where `from` is less. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** Each presence and seat in two pieces, the first up to `to`, the second from `from` on. */
export function inPieces(events: readonly EventDocument[], { from, to }: Cut): readonly EventDocument[] {
  return events.flatMap((event) => (isCuttable(event) ? pieces(event, from, Math.max(from, to)) : [event]));
}

function pieces(event: EventDocument, from: number, to: number): readonly EventDocument[] {
  const { start, end } = event.data as { readonly start: string; readonly end: string };
  const at = (hundredths: number): string => {
    const middle = Date.parse(start) + 1 + Math.floor(((lengthOf(start, end) - 2) * hundredths) / 100);
    return new Date(middle).toISOString();
  };
  return [
    { ...event, id: `${event.id}/1`, data: { ...event.data, end: at(to) } },
    { ...event, id: `${event.id}/2`, data: { ...event.data, start: at(from) } },
  ];
}

/** Presence and seats that are alike in everything but their times and touch or overlap, each as one. */
export function joined(events: readonly EventDocument[]): readonly EventDocument[] {
  const groups = Map.groupBy(events, (event) => (isEnded(event) ? likeness(event) : undefined));
  return Array.from(groups).flatMap(([key, alike]) => (key === undefined ? alike : unitedEvents(alike)));
}

function isEnded({ type, data }: EventDocument): boolean {
  return lasting.has(type) && typeof data["end"] === "string";
}

function likeness({ data, id: _, ...envelope }: EventDocument): string {
  const { start: _start, end: _end, ...rest } = data;
  return JSON.stringify([Object.entries(envelope).sort(), Object.entries(rest).sort()]);
}

function unitedEvents(alike: readonly EventDocument[]): readonly EventDocument[] {
  const [first] = alike;
  if (first === undefined) return [];
  const intervals = alike.map(intervalOf).filter(({ start, end }) => isBefore(start, end));
  return unite(intervals).map(({ start, end }, index) => ({
    ...first,
    id: `${first.id}/joined/${index}`,
    data: { ...first.data, start: formatInstant(start), end: formatInstant(end) },
  }));
}

function intervalOf({ data }: EventDocument): Interval {
  return { start: instant(String(data["start"])), end: instant(String(data["end"])) };
}
