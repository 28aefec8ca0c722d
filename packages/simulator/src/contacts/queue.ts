import type { Centre } from "../centre.ts";
import type { Dice } from "../chance/dice.ts";
import { drawTime, type Spread } from "../chance/spread.ts";
import { emptyLineup, join, type Lineup, leave, type Place, placeOf } from "../clock/lineup.ts";
import type { Agent } from "../people/agent.ts";
import type { Team } from "../people/team.ts";
import type { Profile } from "../profile/profile.ts";
import { noQueueTallies, type QueueTallies } from "../tallies.ts";

/** Where contacts wait for a user: first come, first served, by whoever has been free longest. */
export interface Queue {
  readonly id: string;
  readonly within: number;
  readonly teams: readonly Team[];
  readonly calls: Lineup<Waiting>;
  readonly chats: Lineup<Waiting>;
  readonly tallies: QueueTallies;
}

/** Someone, or something, that waits for a user, with dice of its own. */
export interface Waiting extends Dice {
  high: number;
  low: number;
  readonly media: "call" | "chat";
  queue: Queue;
  /** Whether it counts in the figures. */
  counted: boolean;
  readonly patience: Spread | null;
  queuedAt: number;
  givesUpAt: number;
  place: Place<Waiting> | null;
  readonly answer: (centre: Centre, contact: never, agent: Agent, now: number) => void;
  readonly giveUp: (centre: Centre, contact: never, now: number) => void;
}

/** The queues of a profile, empty; teams learn which they serve. */
export function queuesOf({ queues }: Profile, teams: readonly Team[]): ReadonlyMap<string, Queue> {
  return new Map(
    queues.map(({ id, teams: names, withinSeconds }) => {
      const queue: Queue = {
        id,
        within: withinSeconds * 1000,
        teams: teams.filter(({ text }) => names.includes(text.id)),
        calls: emptyLineup(),
        chats: emptyLineup(),
        tallies: noQueueTallies(),
      };
      for (const team of queue.teams) team.queues.push(queue);
      return [id, queue];
    }),
  );
}

/** Whether anybody who serves the queue is at work. */
export const isOpen = ({ teams }: Queue): boolean => teams.some(({ present }) => present > 0);

/** Joins its queue, to be served at once where somebody is free. */
export function enqueue(centre: Centre, contact: Waiting, now: number): void {
  contact.queuedAt = now;
  const agent = longestFree(contact);
  if (agent !== undefined) {
    serve(centre, contact, agent, now);
    return;
  }
  contact.place ??= placeOf(contact);
  join(lineOf(contact.queue, contact), contact.place);
  if (contact.patience === null) return;
  contact.givesUpAt = now + drawTime(contact, contact.patience);
  centre.agenda.put(contact.givesUpAt, losePatience, contact);
}

const lineOf = ({ calls, chats }: Queue, { media }: Waiting): Lineup<Waiting> => (media === "call" ? calls : chats);

function longestFree({ queue, media }: Waiting): Agent | undefined {
  let found: Agent | undefined;
  for (const { freeForCalls, freeForChats } of queue.teams) {
    const agent = (media === "call" ? freeForCalls : freeForChats).first?.of;
    if (agent !== undefined && (found === undefined || agent.freeSince < found.freeSince)) found = agent;
  }
  return found;
}

function losePatience(centre: Centre, contact: Waiting, now: number): void {
  const { place, queue } = contact;
  if (place === null || !place.waits || contact.givesUpAt !== now) return;
  leave(lineOf(queue, contact), place);
  if (contact.counted) {
    queue.tallies.abandoned += 1;
    queue.tallies.waitMilliseconds += now - contact.queuedAt;
  }
  contact.giveUp(centre, contact as never, now);
}

function serve(centre: Centre, contact: Waiting, agent: Agent, now: number): void {
  const { queue, queuedAt } = contact;
  if (contact.counted) {
    queue.tallies.answered += 1;
    queue.tallies.waitMilliseconds += now - queuedAt;
    if (now - queuedAt <= queue.within) queue.tallies.answeredInTime += 1;
  }
  agent.tasks += 1;
  contact.answer(centre, contact as never, agent, now);
}

/** Brings to a user who is free now those who have waited longest, as many as there is room for. */
export function serveFreed(centre: Centre, agent: Agent, now: number): void {
  const { callPlace, chatPlace, team } = agent;
  if (callPlace.waits) takeFirst(centre, team, "calls", agent, now);
  while (chatPlace.waits && takeFirst(centre, team, "chats", agent, now));
}

function takeFirst(centre: Centre, team: Team, media: "calls" | "chats", agent: Agent, now: number): boolean {
  let found: Queue | undefined;
  let since = Number.POSITIVE_INFINITY;
  for (const queue of team.queues) {
    const first = queue[media].first;
    if (first === null || first.of.queuedAt >= since) continue;
    found = queue;
    since = first.of.queuedAt;
  }
  const place = found?.[media].first;
  if (found === undefined || place === null || place === undefined) return false;
  leave(found[media], place);
  serve(centre, place.of, agent, now);
  return true;
}
