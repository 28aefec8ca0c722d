import type { FlexEvent } from "@flexbill/usage";

/** Events of a month that is over, in a few dozen bytes each. They come out as they went in. */
export interface PackedEvents {
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Texts that occur more than once. */
  readonly texts: readonly string[];
  /** The names of an object's members, in their order. */
  readonly shapes: readonly (readonly string[])[];
}

const tags = { none: 0, yes: 1, no: 2, number: 3, known: 4, text: 5, list: 6, object: 7, moment: 8 } as const;
const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Packs events, whatever members they have. */
export function packEvents(events: readonly FlexEvent[]): PackedEvents {
  const texts = repeatedTexts(events);
  const writer = createWriter();
  const shapes = new Map<string, number>();
  const places = new Map(texts.map((text, index) => [text, index]));
  const put = (value: unknown): void => {
    if (value === null) writer.byte(tags.none);
    else if (typeof value === "boolean") writer.byte(value ? tags.yes : tags.no);
    else if (typeof value === "number") putText(tags.number, String(value));
    else if (typeof value === "string") putString(value);
    else if (Array.isArray(value)) putList(value);
    else putObject(value as Readonly<Record<string, unknown>>);
  };
  const putText = (tag: number, text: string): void => {
    writer.byte(tag);
    writer.text(text);
  };
  const putString = (text: string): void => {
    const place = places.get(text);
    const seconds = place === undefined && whole.test(text) ? momentOf(text) : undefined;
    if (place === undefined && seconds === undefined) putText(tags.text, text);
    else {
      writer.byte(place === undefined ? tags.moment : tags.known);
      writer.count(place ?? seconds ?? 0);
    }
  };
  const putList = (list: readonly unknown[]): void => {
    writer.byte(tags.list);
    writer.count(list.length);
    list.forEach(put);
  };
  const putObject = (object: Readonly<Record<string, unknown>>): void => {
    const given = Object.entries(object).filter(([, value]) => value !== undefined);
    const shape = JSON.stringify(given.map(([name]) => name));
    const known = shapes.get(shape) ?? shapes.size;
    shapes.set(shape, known);
    writer.byte(tags.object);
    writer.count(known);
    for (const [, value] of given) put(value);
  };
  events.forEach(put);
  const names = [...shapes.keys()].map((shape) => JSON.parse(shape) as readonly string[]);
  return { count: events.length, bytes: writer.bytes(), texts, shapes: names };
}

/** The events that were packed, in their order. */
export function unpackEvents({ count, bytes, texts, shapes }: PackedEvents): readonly FlexEvent[] {
  const reader = createReader(bytes);
  const take = (): unknown => {
    switch (reader.byte()) {
      case tags.yes:
        return true;
      case tags.no:
        return false;
      case tags.number:
        return Number(reader.text());
      case tags.known:
        return texts[reader.count()];
      case tags.text:
        return reader.text();
      case tags.moment:
        return textOfMoment(reader.count());
      case tags.list:
        return Array.from({ length: reader.count() }, take);
      case tags.object:
        return Object.fromEntries((shapes[reader.count()] ?? []).map((name) => [name, take()]));
      default:
        return null;
    }
  };
  return Array.from({ length: count }, take) as FlexEvent[];
}

/** Texts worth a place in the list: those that occur again. */
function repeatedTexts(events: readonly FlexEvent[]): readonly string[] {
  const counts = new Map<string, number>();
  const look = (value: unknown): void => {
    if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  events.forEach(look);
  return [...counts].flatMap(([text, count]) => (count > 1 ? [text] : []));
}

/** Seconds since 1970 of an instant that reads back as the same text. */
function momentOf(text: string): number | undefined {
  const seconds = Date.parse(text) / 1000;
  return seconds >= 0 && textOfMoment(seconds) === text ? seconds : undefined;
}

function textOfMoment(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const septet = 128;

function createWriter() {
  let buffer = new Uint8Array(1024);
  let length = 0;
  const room = (bytes: number): void => {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + bytes));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const byte = (value: number): void => {
    room(1);
    buffer[length] = value;
    length += 1;
  };
  const count = (value: number): void => {
    let left = value;
    for (; left >= septet; left = Math.floor(left / septet)) byte((left % septet) + septet);
    byte(left);
  };
  return {
    byte,
    count,
    text: (text: string): void => {
      const encoded = encoder.encode(text);
      count(encoded.length);
      room(encoded.length);
      buffer.set(encoded, length);
      length += encoded.length;
    },
    bytes: () => buffer.slice(0, length),
  };
}

function createReader(bytes: Uint8Array) {
  let at = 0;
  const byte = (): number => bytes[at++] ?? 0;
  const count = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= septet) {
      const part = byte();
      value += (part % septet) * factor;
      if (part < septet) return value;
    }
  };
  return {
    byte,
    count,
    text: (): string => {
      const length = count();
      at += length;
      return decoder.decode(bytes.subarray(at - length, at));
    },
  };
}
