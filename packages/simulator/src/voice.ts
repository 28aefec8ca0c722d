import type { CalendarDate } from "@flexbill/kernel";
import { type Agent, enter } from "./agent.ts";
import { planArrivals } from "./arrivals.ts";
import { type Centre, instantOf, type Saying } from "./centre.ts";
import { chance, quantile } from "./draw.ts";
import { giveUp, join, type Waiting } from "./queue.ts";
import type { Random } from "./random.ts";
import { settle } from "./roster.ts";

const daySeconds = 86_400;

/** Calls answered within this many seconds count towards the service level. */
export const serviceLevelSeconds = 20;

/** Seconds that a callback rings before it is given up. */
const ringSeconds = 25;

type Leg = Extract<Saying, { type: "dev.flexbill.call-leg" }>["data"];

/** Plans the calls that come in on a local day. */
export function planCalls(centre: Centre, day: CalendarDate): void {
  planArrivals(centre, day, "voice", centre.profile.voice.arrivals, (now) => callIn(centre, now));
}

/** A customer calls: a menu, the queue, then an agent, or no patience any more. */
function callIn(centre: Centre, now: number): void {
  const call = centre.sid("CA");
  const draw = centre.stream("call", call);
  const { voice } = centre.profile;
  centre.tallies.calls += 1;
  const queued = now + quantile(draw, voice.menuSeconds);
  centre.agenda.put(queued, () => {
    if (!centre.agents.some((agent) => agent.signedIn)) {
      centre.tallies.closed += 1;
      tellInbound(centre, call, now, queued, null);
    } else wait(centre, call, draw, now, queued);
  });
}

function wait(centre: Centre, call: string, draw: Random, began: number, queued: number): void {
  const caller: Waiting = { answer: (agent, now) => talk(centre, agent, call, draw, began, queued, now) };
  const patience = quantile(draw, centre.profile.voice.patienceSeconds);
  const enough = queued + patience;
  centre.agenda.put(enough, () => {
    if (!giveUp(centre, caller)) return;
    centre.tallies.abandoned += 1;
    tellInbound(centre, call, began, enough, null);
    promiseCallback(centre, draw, enough);
  });
  join(centre, caller, queued);
}

function talk(
  centre: Centre,
  agent: Agent,
  call: string,
  draw: Random,
  began: number,
  queued: number,
  now: number,
): void {
  const { voice } = centre.profile;
  const end = now + quantile(draw, voice.talkSeconds);
  const { tallies } = centre;
  tallies.answered += 1;
  tallies.waitSeconds += now - queued;
  if (now - queued <= serviceLevelSeconds) tallies.answeredInTime += 1;
  occupy(centre, agent, draw, now, end, () => {
    tellInbound(centre, call, began, end, agent.user);
    tellLeg(centre, now, end, { call, leg: "client", direction: "inbound", user: agent.user });
    if (chance(draw, voice.recordedPerMille)) tellRecording(centre, agent, now, end);
    if (chance(draw, voice.callbacks.perMille)) promiseCallback(centre, draw, end);
  });
}

/** Keeps an agent on a call until its end and the wrap-up after it. */
function occupy(centre: Centre, agent: Agent, draw: Random, now: number, end: number, done: () => void): void {
  agent.busy = true;
  agent.tasksToday += 1;
  centre.agenda.put(end, () => {
    done();
    enter(centre, agent, centre.profile.activities.wrapUp, end);
    const free = end + quantile(draw, centre.profile.voice.wrapUpSeconds);
    centre.tallies.busySeconds += free - now;
    centre.agenda.put(free, () => {
      agent.busy = false;
      settle(centre, agent, free);
    });
  });
}

/** An agent calls back, when one is free. */
function promiseCallback(centre: Centre, draw: Random, now: number): void {
  const due = now + quantile(draw, centre.profile.voice.callbacks.delaySeconds);
  const waiting: Waiting = { answer: (agent, at) => callBack(centre, agent, draw, at) };
  centre.agenda.put(due, () => {
    if (centre.agents.some((agent) => agent.signedIn)) join(centre, waiting, due);
  });
}

function callBack(centre: Centre, agent: Agent, draw: Random, now: number): void {
  const { voice } = centre.profile;
  const call = centre.sid("CA");
  const reached = chance(draw, voice.callbacks.completedPerMille);
  const end = now + ringSeconds + (reached ? quantile(draw, voice.talkSeconds) : 0);
  centre.tallies.callbacks += 1;
  occupy(centre, agent, draw, now, end, () => {
    const { country } = centre.profile;
    const pstn = {
      call,
      leg: "pstn",
      direction: "outbound",
      country,
      numberType: voice.numberType,
      user: agent.user,
    } as const;
    tellLeg(centre, now + ringSeconds, end, pstn, reached ? "completed" : "no-answer");
    tellLeg(centre, now, end, { call, leg: "client", direction: "outbound", user: agent.user });
  });
}

function tellLeg(
  centre: Centre,
  start: number,
  end: number,
  data: Omit<Leg, "start" | "seconds" | "status">,
  status: Leg["status"] = "completed",
): void {
  const told = { ...data, start: instantOf(start), seconds: String(end - start), status };
  centre.tell(end, { type: "dev.flexbill.call-leg", data: told }, { start });
}

function tellInbound(centre: Centre, call: string, start: number, end: number, user: string | null): void {
  const { country, voice } = centre.profile;
  tellLeg(centre, start, end, { call, leg: "pstn", direction: "inbound", country, numberType: voice.numberType, user });
}

function tellRecording(centre: Centre, { user }: Agent, start: number, end: number): void {
  const data = {
    recording: centre.sid("RE"),
    start: instantOf(start),
    seconds: String(end - start),
    deleted: instantOf(start + centre.profile.voice.keptDays * daySeconds),
    user,
  };
  centre.tell(end, { type: "dev.flexbill.recording", data }, { start });
}
