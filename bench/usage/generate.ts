import { closeSync, openSync, writeSync } from "node:fs";

const account = `AC${"0".repeat(31)}1`;
const monthStart = Date.UTC(2026, 9, 1);
const monthLength = 31 * 86_400_000;
const linesAWrite = 10_000;

/** A stream of numbers below 2^32, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

type Draw = (below: number) => number;

function sid(prefix: string, index: number): string {
  return prefix + index.toString(16).padStart(32, "0");
}

function at(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(".000Z", "Z");
}

function user(draw: Draw): string {
  return sid("WK", draw(2000));
}

function moment(index: number, total: number, draw: Draw): number {
  return monthStart + Math.floor((index / total) * monthLength) + draw(60_000);
}

function presence(start: number, draw: Draw) {
  const end = start + (1 + draw(3600)) * 1000;
  return [
    "presence",
    { user: user(draw), activity: sid("WA", draw(5)), start: at(start), end: at(end), activityName: "Available" },
  ];
}

function callLeg(start: number, draw: Draw, index: number) {
  const leg = ["pstn", "client", "sip"][draw(3)];
  const place = leg === "pstn" ? { country: "US", numberType: "local" } : {};
  const peer = leg === "sip" ? { peer: "customer-equipment" } : {};
  const direction = draw(2) === 0 ? "inbound" : "outbound";
  const rest = { start: at(start), seconds: String(draw(900)), status: "completed", user: user(draw) };
  return ["call-leg", { call: sid("CA", index), leg, direction, ...place, ...peer, ...rest }];
}

function message(start: number, draw: Draw, index: number) {
  const common = { message: sid("SM", index), direction: draw(2) === 0 ? "inbound" : "outbound", at: at(start) };
  const talk = {
    user: user(draw),
    customer: `+1555${String(draw(20_000)).padStart(7, "0")}`,
    conversation: sid("CH", draw(90_000)),
  };
  if (draw(2) === 0) {
    const sms = {
      segments: String(1 + draw(3)),
      country: "US",
      numberType: "local",
      carrier: ["att", "verizon"][draw(2)],
    };
    return ["message", { ...common, channel: "sms", ...sms, provider: null, ...talk }];
  }
  const fee = { amount: ["0.0135", "0.0068", "0.025"][draw(3)], currency: "USD" };
  return ["message", { ...common, channel: "whatsapp", provider: { name: "Meta", category: "utility", fee }, ...talk }];
}

function recording(start: number, draw: Draw, index: number) {
  const deleted = draw(2) === 0 ? at(start + draw(40) * 86_400_000) : null;
  return [
    "recording",
    { recording: sid("RE", index), start: at(start), seconds: String(draw(900)), deleted, user: user(draw) },
  ];
}

function seldom(start: number, draw: Draw, index: number) {
  if (draw(4) === 0) return ["seat", { user: user(draw), start: at(start), end: at(start + draw(20) * 86_400_000) }];
  if (draw(3) === 0) return ["sign-in", { user: user(draw), at: at(start) }];
  if (draw(2) === 0)
    return [
      "usage",
      { product: "taskrouter", quantity: "1", unit: "task", at: at(start), user: user(draw), dimensions: {} },
    ];
  const reference = sid("SM", Math.max(0, index - draw(1000)));
  return [
    "fee",
    { provider: "Meta", product: "third-party-messaging", amount: "0.0135", currency: "USD", at: at(start), reference },
  ];
}

function dataOf(kind: number, start: number, draw: Draw, index: number) {
  if (kind < 60) return presence(start, draw);
  if (kind < 75) return callLeg(start, draw, index);
  if (kind < 94) return message(start, draw, index);
  return kind < 98 ? recording(start, draw, index) : seldom(start, draw, index);
}

/**
 * Writes `total` events of one month, one a line, the same on every run: presence, call legs, messages, recordings and
 * a few others in the proportions of a contact centre of 2,000 users. Every fiftieth line is one that came before.
 */
export function generateEvents(path: string, total: number): void {
  const next = numbers(20_261_001);
  const draw: Draw = (below) => next() % below;
  const file = openSync(path, "w");
  let lines: string[] = [];
  for (let index = 0; index < total; index += 1) {
    const [type, data] = dataOf(draw(100), moment(index, total, draw), draw, index);
    const repeated = lines.length > 0 && index % 50 === 49;
    const event = {
      specversion: "1.0",
      id: `ev-${index.toString(36)}-${next().toString(16)}`,
      source: "/bench/capture",
      type: `dev.flexbill.${type}`,
      subject: account,
      data,
    };
    lines.push(repeated ? (lines[draw(lines.length)] ?? "") : JSON.stringify(event));
    if (lines.length === linesAWrite) {
      writeSync(file, `${lines.join("\n")}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) writeSync(file, `${lines.join("\n")}\n`);
  closeSync(file);
}
