import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presence } from "../../test/sample.ts";
import type { FlexEvent } from "../events/event.ts";
import { readEventLine } from "./read-event.ts";
import { createEventReader, readEvents } from "./read-events.ts";

const one = JSON.stringify(presence("WK1", "2025-05-06T09:00:00Z", null));
const two = JSON.stringify({ ...presence("WKé𝄞", "2025-05-06T09:00:00Z", null), time: "2025-05-06T09:00:00Z" });

function read(chunks: readonly (Uint8Array | string)[], longestLine = 1000) {
  const events: FlexEvent[] = [];
  const reader = createEventReader({ file: "events.ndjson", onEvent: (event) => events.push(event), longestLine });
  for (const chunk of chunks) reader.push(chunk);
  const result = reader.finish();
  return { events, result, issues: result.issues };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function placed(text: string | Uint8Array): readonly string[] {
  return read([text]).issues.map(({ code, path, at }) => `${at?.file}:${at?.line}:${at?.column} ${code} ${path}`);
}

describe("an event file", () => {
  test("gives its events in order, with empty lines passed over, and counts them", () => {
    const { events, result } = read([`\n${one}\n  \n\n${two}\n`]);
    expect(events).toEqual([JSON.parse(one), JSON.parse(two)]);
    expect(result).toEqual({ ok: true, value: 2, issues: [] });
  });

  test("may be empty, and may lack the last line's end", () => {
    expect(read([]).result).toEqual({ ok: true, value: 0, issues: [] });
    expect(read([""]).result).toEqual({ ok: true, value: 0, issues: [] });
    expect(read([one]).events).toHaveLength(1);
  });

  test("may begin with a byte order mark and end its lines with CRLF", () => {
    expect(read([`\uFEFF${one}\r\n\r\n${two}\r\n`]).events).toHaveLength(2);
    expect(placed(`${one}\n\uFEFF${one}`)).toEqual([
      "events.ndjson:2:1 schema.syntax ",
      "events.ndjson:2:2 schema.syntax ",
    ]);
  });

  test("reads the same however it is cut, also inside of a character", () => {
    const whole = bytes(`\uFEFF${one}\r\n${two}\n{"a": 1,}\n\n${two}`);
    const wanted = read([whole]);
    expect(wanted.events).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 6 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = edges.slice(1).map((edge, index) => whole.subarray(edges[index], edge));
        expect(read(chunks)).toEqual(wanted);
      }),
    );
  });

  test("reads text cut inside of a surrogate pair", () => {
    const at = two.indexOf("𝄞") + 1;
    expect(read([two.slice(0, at), two.slice(at)]).events).toEqual([JSON.parse(two)]);
  });

  test("comes from any stream of chunks", async () => {
    async function* chunks() {
      yield one.slice(0, 10);
      yield bytes(`${one.slice(10)}\n`);
    }
    const events: FlexEvent[] = [];
    expect(await readEvents(chunks(), { onEvent: (event) => events.push(event) })).toMatchObject({
      ok: true,
      value: 1,
    });
    expect(events).toEqual([JSON.parse(one)]);
  });
});

describe("an event file with mistakes names every one with its place", () => {
  test("several mistakes on several lines", () => {
    const bad = one.replace('"WK1"', "7").replace("2025-05-06T09:00:00Z", "noon");
    expect(placed(`${one}\n${bad}\nnot json\n{"specversion":"2.0"}`)).toEqual([
      `events.ndjson:2:${bad.indexOf("7,") + 1} schema.type /data/user`,
      `events.ndjson:2:${bad.indexOf('"noon"') + 1} schema.instant /data/start`,
      "events.ndjson:3:1 schema.syntax ",
      "events.ndjson:3:5 schema.syntax ",
      "events.ndjson:4:16 schema.version /specversion",
      "events.ndjson:4:1 schema.missing /id",
      "events.ndjson:4:1 schema.missing /source",
      "events.ndjson:4:1 schema.missing /subject",
      "events.ndjson:4:1 schema.event-type /type",
    ]);
  });

  test("a comma at the end of a line or of an object", () => {
    expect(placed(`${one},`)).toEqual([`events.ndjson:1:${one.length + 1} schema.syntax `]);
    expect(placed(`${one.slice(0, -1)},}`)).toEqual([`events.ndjson:1:${one.length} schema.syntax `]);
  });

  test("bytes that are no UTF-8, line by line", () => {
    const broken = new Uint8Array([...bytes(`${one}\n"`), 0xff, ...bytes(`"\n${one}\n`), 0xc3]);
    expect(read([broken]).events).toHaveLength(2);
    expect(placed(broken)).toEqual(["events.ndjson:2:1 schema.encoding ", "events.ndjson:4:1 schema.encoding "]);
  });

  test("a binary file and UTF-16 are refused at once", () => {
    expect(placed(new Uint8Array([1, 2, 0, 3]))).toEqual(["events.ndjson:1:1 schema.binary "]);
    expect(placed(new Uint8Array([0xff, 0xfe, 65, 0]))).toEqual(["events.ndjson:1:1 schema.encoding "]);
  });

  test("a line of a megabyte is read, and one beyond the limit passed over, however the bytes are cut", () => {
    const long = JSON.stringify({ ...JSON.parse(one), labels: "x".repeat(1_000_000) });
    expect(read([`${long}\n${one}`], 2_000_000).events).toHaveLength(2);
    const text = bytes(`${one}\n${long}\n${one}`);
    for (const size of [100, 5000, text.length]) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
        text.subarray(n * size, (n + 1) * size),
      );
      const { events, issues } = read(chunks, 10_000);
      expect(events).toHaveLength(2);
      expect(issues.map(({ code, at }) => `${code} ${at?.line}`)).toEqual(["schema.line-too-long 2"]);
    }
  });

  test("reading stops at 10,000 errors", () => {
    const { issues } = read([Array.from({ length: 12_000 }, () => "x").join("\n")]);
    expect(issues).toHaveLength(10_000);
  });
});

describe("members that nobody knows", () => {
  const strange = (member: string, value: unknown = 1) => {
    const known = JSON.parse(one);
    return JSON.stringify({ ...known, data: { ...known.data, [member]: value } });
  };

  test("are one info per event type and member, and fail nothing", () => {
    const seat = strange("mood").replace("presence", "seat").replace('"activity":"WA-available",', "");
    const { events, result } = read([[strange("mood"), strange("mood"), strange("tone"), seat].join("\n")]);
    expect(events).toHaveLength(4);
    expect(result.ok).toBe(true);
    expect(result.issues.map(({ code, severity, path, at }) => `${code} ${severity} ${path} ${at?.line}`)).toEqual([
      "unknown-member info /data/mood 1",
      "unknown-member info /data/tone 3",
      "unknown-member info /data/mood 4",
    ]);
  });

  test("are kept in the event", () => {
    const line = readEventLine(strange("mood"), { line: 1 });
    expect(line.ok && line.value?.data).toMatchObject({ mood: 1 });
  });

  test("are found inside of a message's provider too, and extensions of the envelope are none", () => {
    const message = {
      ...JSON.parse(one),
      type: "dev.flexbill.message",
      traceparent: "00",
      data: {
        message: "SM1",
        channel: "ott",
        direction: "inbound",
        at: "2025-05-06T09:00:00Z",
        user: null,
        customer: null,
        provider: { name: "LINE", fee: null, vat: 1 },
      },
    };
    expect(read([JSON.stringify(message)]).issues.map(({ path }) => path)).toEqual(["/data/provider/vat"]);
  });
});
