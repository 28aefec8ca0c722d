import type { Centre } from "../centre.ts";
import { chance, pickWeighted } from "../chance/draw.ts";
import { drawTime } from "../chance/spread.ts";
import { dayLength } from "../clock/local-time.ts";
import type { Agent } from "../people/agent.ts";
import { tellLeg, tellRecording } from "../telling/legs.ts";
import { sidOf } from "../telling/sid.ts";
import { isWanted } from "../telling/tell.ts";
import { tellUsage } from "../telling/usage.ts";
import type { DialLine } from "./dial-line.ts";
import { takeCall, wrapUp } from "./handling.ts";
import { enqueue, isOpen, type Waiting } from "./queue.ts";

/** A call that a user makes. */
export interface Dialled extends Waiting {
  readonly line: DialLine;
  agent: Agent | null;
  began: number;
  answeredAt: number;
  status: string;
}

/** A call to make, with dice of its own. */
export function dialledOf(line: DialLine, high: number, low: number): Dialled {
  const call = line.over.pop() ?? blank(line);
  call.high = high;
  call.low = low;
  call.drawn = 0;
  return call;
}

const blank = (line: DialLine): Dialled => ({
  high: 0,
  low: 0,
  drawn: 0,
  media: "call",
  queue: line.queue,
  counted: false,
  patience: null,
  queuedAt: 0,
  givesUpAt: 0,
  place: null,
  answer: dial,
  giveUp: () => undefined,
  line,
  agent: null,
  began: 0,
  answeredAt: 0,
  status: "",
});

/** A call falls due: a user makes it as soon as one is free, unless nobody is at work. */
export function fallDue(centre: Centre, call: Dialled, now: number): void {
  if (isOpen(call.queue)) enqueue(centre, call, now);
  else call.line.over.push(call);
}

function dial(centre: Centre, call: Dialled, agent: Agent, now: number): void {
  const { line } = call;
  if (isWanted(centre, now)) centre.tallies[line.counts] += 1;
  call.agent = agent;
  call.began = now;
  call.status = pickWeighted(call, line.outcomes).name;
  call.answeredAt = now + drawTime(call, line.ring);
  takeCall(centre, agent, now);
  const talk = call.status === "completed" ? drawTime(call, line.talk) : 0;
  centre.agenda.put(call.answeredAt + talk, hangUp, call);
}

function hangUp(centre: Centre, call: Dialled, now: number): void {
  const { line, agent, answeredAt, began, status, high, low } = call;
  if (agent === null) return;
  const { user } = agent;
  const shared = { account: line.account, call: sidOf("CA", high, low, 0), direction: "outbound", user } as const;
  const { useCase } = line;
  tellLeg(
    centre,
    { ...shared, route: line.customer, start: answeredAt, length: now - answeredAt, status, useCase },
    now,
  );
  const own = { ...shared, route: line.agent, start: began, length: now - began, status: "completed", useCase };
  tellLeg(centre, own, now);
  if (status === "completed") tellExtras(centre, call, user, now);
  wrapUp(centre, agent, call, line.wrap, now);
  line.over.push(call);
}

function tellExtras(centre: Centre, call: Dialled, user: string, now: number): void {
  const { line, answeredAt: start, high, low } = call;
  const { account, recording } = line;
  if (line.detection) {
    const product = "answering-machine-detection";
    tellUsage(centre, { account, product, unit: "recognition", quantity: 1, user, at: start }, now);
  }
  if (recording === null || !chance(call, recording.perMille)) return;
  const deleted = start + recording.keptDays * dayLength;
  tellRecording(centre, { account, recording: sidOf("RE", high, low, 0), start, end: now, deleted, user }, now);
}
