import type { Centre } from "../centre.ts";
import { childHigh, childLow } from "../chance/dice.ts";
import { chance } from "../chance/draw.ts";
import { drawTime } from "../chance/spread.ts";
import { dayLength } from "../clock/local-time.ts";
import type { Agent } from "../people/agent.ts";
import { tellBotFee, tellLeg, tellRecording } from "../telling/legs.ts";
import { sidOf } from "../telling/sid.ts";
import { isWanted } from "../telling/tell.ts";
import type { CallLine } from "./call-line.ts";
import { countContact } from "./counted.ts";
import { dialledOf, fallDue } from "./dialled.ts";
import { takeCall, wrapUp } from "./handling.ts";
import { enqueue, isOpen, type Waiting } from "./queue.ts";
import { isTransferred, joinConference, letGo, transfer } from "./transfer.ts";

/** A call of a customer. */
export interface Call extends Waiting {
  readonly line: CallLine;
  began: number;
  /** When the first user answered; 0 before. */
  firstAnswer: number;
  answeredAt: number;
  agent: Agent | null;
  /** The user who stays until the next one has answered, in a transfer with a conference. */
  host: Agent | null;
  hostSince: number;
  transfers: number;
}

/** A customer calls: a menu first, which may be all they need. */
export function callComes(centre: Centre, line: CallLine, high: number, low: number, now: number): void {
  const call = line.over.pop() ?? blank(line);
  call.high = high;
  call.low = low;
  call.drawn = 0;
  call.queue = line.queue;
  call.counted = isWanted(centre, now);
  call.queuedAt = now;
  call.began = now;
  call.firstAnswer = 0;
  call.agent = null;
  call.host = null;
  call.transfers = 0;
  if (call.counted) centre.tallies.calls += 1;
  countContact(centre, line.account, now);
  const menu = drawTime(call, line.menu);
  if (menu === 0) leaveMenu(centre, call, now);
  else centre.agenda.put(now + menu, leaveMenu, call);
}

const blank = (line: CallLine): Call => ({
  high: 0,
  low: 0,
  drawn: 0,
  media: "call",
  queue: line.queue,
  counted: false,
  patience: line.patience,
  queuedAt: 0,
  givesUpAt: 0,
  place: null,
  answer: talk,
  giveUp,
  line,
  began: 0,
  firstAnswer: 0,
  answeredAt: 0,
  agent: null,
  host: null,
  hostSince: 0,
  transfers: 0,
});

/** What a call is known by, even when it is over. */
export type Named = Readonly<Pick<Call, "line" | "high" | "low">>;

/** The identifier of a call, made when it is told. */
export const callSid = ({ high, low }: Named): string => sidOf("CA", high, low, 0);

function leaveMenu(centre: Centre, call: Call, now: number): void {
  const { line, queue } = call;
  const { bot, selfServicePerMille } = line.text;
  if (bot !== undefined) tellBotFee(centre, line.account, bot, callSid(call), now);
  if (chance(call, bot?.containedPerMille ?? selfServicePerMille)) {
    if (call.counted) centre.tallies.selfServed += 1;
    endCall(centre, call, null, now);
  } else if (!isOpen(queue)) {
    if (call.counted) centre.tallies.closed += 1;
    endCall(centre, call, null, now);
  } else enqueue(centre, call, now);
}

/** Hangs up without having been answered, or tired of waiting for the next user. */
function giveUp(centre: Centre, call: Call, now: number): void {
  const { callbacks } = call.line;
  letGo(centre, call, now);
  if (callbacks !== null && chance(call, callbacks.perMille)) {
    const dialled = dialledOf(callbacks.line, childHigh(call, 1), childLow(call, 1));
    centre.agenda.put(now + drawTime(call, callbacks.delay), fallDue, dialled);
  }
  endCall(centre, call, call.agent?.user ?? null, now);
}

function talk(centre: Centre, call: Call, agent: Agent, now: number): void {
  call.agent = agent;
  call.answeredAt = now;
  if (call.firstAnswer === 0) call.firstAnswer = now;
  takeCall(centre, agent, now);
  joinConference(centre, call, now);
  centre.agenda.put(now + drawTime(call, call.line.talk), hangUp, call);
}

function hangUp(centre: Centre, call: Call, now: number): void {
  const { agent } = call;
  if (agent === null) return;
  if (isTransferred(call)) {
    transfer(centre, call, agent, now, endOutside);
    return;
  }
  tellAgentLeg(centre, call, agent, call.answeredAt, now);
  wrapUp(centre, agent, call, call.line.wrap, now);
  endCall(centre, call, agent.user, now);
}

/** The call ends somewhere outside. */
function endOutside(centre: Centre, call: Call, now: number): void {
  const { line, queuedAt: start, agent } = call;
  const user = agent?.user ?? null;
  const { transfers, account } = line;
  if (transfers !== null) {
    const leg = { account, call: callSid(call), direction: "outbound", route: transfers.outside, start } as const;
    tellLeg(centre, { ...leg, length: now - start, status: "completed", user }, now);
  }
  endCall(centre, call, user, now);
}

/** Tells the leg of a user who leaves the call. */
export function tellAgentLeg(centre: Centre, call: Named, { user }: Agent, start: number, now: number): void {
  const { line } = call;
  const leg = { account: line.account, call: callSid(call), direction: "inbound", route: line.agent, start } as const;
  tellLeg(centre, { ...leg, length: now - start, status: "completed", user }, now);
}

/** The customer's leg ends, and with it the recording: the call is over, and may be used again. */
function endCall(centre: Centre, call: Call, user: string | null, now: number): void {
  const { line, began: start } = call;
  const { account, customer } = line;
  const leg = { account, call: callSid(call), direction: "inbound", route: customer, start } as const;
  tellLeg(centre, { ...leg, length: now - start, status: "completed", user }, now);
  record(centre, call, user, now);
  line.over.push(call);
}

function record(centre: Centre, call: Call, user: string | null, now: number): void {
  const { line, began: start, firstAnswer, high, low } = call;
  const { account } = line;
  const { recording } = line.text;
  if (recording === undefined || firstAnswer === 0 || !chance(call, recording.perMille)) return;
  const from = recording.from === "menu" ? start : firstAnswer;
  const deleted = from + recording.keptDays * dayLength;
  tellRecording(centre, { account, recording: sidOf("RE", high, low, 0), start: from, end: now, deleted, user }, now);
}
