import type { Centre } from "../centre.ts";
import type { Dice } from "../chance/dice.ts";
import { chance } from "../chance/draw.ts";
import { drawTime } from "../chance/spread.ts";
import { minuteLength } from "../clock/local-time.ts";
import type { Agent } from "../people/agent.ts";
import { tellUsage } from "../telling/usage.ts";
import { type Call, type Named, tellAgentLeg } from "./call.ts";
import { wrapUp } from "./handling.ts";
import { enqueue } from "./queue.ts";

/** Nobody is passed on more often. */
const mostTransfers = 2;
/** A host draws where the call itself never comes to. */
const hostDraws = 1_000_000;
/** Two users and the customer. */
const participants = 3;

/** Decides whether a call goes on with someone else. */
export function isTransferred(call: Call): boolean {
  const { transfers } = call.line;
  return transfers !== null && call.transfers < mostTransfers && chance(call, transfers.perMille);
}

/** Passes a call on: outside, to another queue, or there with the first user as host of a conference. */
export function transfer(
  centre: Centre,
  call: Call,
  agent: Agent,
  now: number,
  endOutside: (centre: Centre, call: Call, now: number) => void,
): void {
  const { transfers, talk, wrap } = call.line;
  if (transfers === null) return;
  call.transfers += 1;
  if (call.counted) centre.tallies.transfers += 1;
  const next = transfers.queue;
  if (next !== null && chance(call, transfers.conferencePerMille)) {
    call.host = agent;
    call.hostSince = call.answeredAt;
  } else {
    tellAgentLeg(centre, call, agent, call.answeredAt, now);
    wrapUp(centre, agent, call, wrap, now);
  }
  if (next === null) {
    call.queuedAt = now;
    centre.agenda.put(now + drawTime(call, talk), endOutside, call);
  } else {
    call.queue = next;
    enqueue(centre, call, now);
  }
}

/** The next user has answered: the host of the conference explains and then leaves. */
export function joinConference(centre: Centre, call: Call, now: number): void {
  const { transfers } = call.line;
  if (call.host === null || transfers === null) return;
  centre.agenda.put(now + drawTime(call, transfers.conference), leaveConference, {
    line: call.line,
    high: call.high,
    low: call.low,
    drawn: hostDraws,
    host: call.host,
    since: call.hostSince,
    joined: now,
  });
  call.host = null;
}

/** A host on the way out; the call may be over before they have left. */
interface Hosting extends Named, Dice {
  readonly host: Agent;
  readonly since: number;
  readonly joined: number;
}

function leaveConference(centre: Centre, hosting: Hosting, now: number): void {
  const { line, host, since, joined } = hosting;
  const { account } = line;
  const quantity = participants * Math.ceil((now - joined) / minuteLength);
  tellUsage(
    centre,
    { account, product: "agent-conference", unit: "minute", quantity, user: host.user, at: joined },
    now,
  );
  tellAgentLeg(centre, hosting, host, since, now);
  wrapUp(centre, host, hosting, line.wrap, now);
}

/** The customer has gone while the host still waited for the next user. */
export function letGo(centre: Centre, call: Call, now: number): void {
  const { host } = call;
  if (host === null) return;
  call.host = null;
  tellAgentLeg(centre, call, host, call.hostSince, now);
  wrapUp(centre, host, call, call.line.wrap, now);
}
