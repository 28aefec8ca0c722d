import { type Agent, isFree } from "./agent.ts";
import type { Centre } from "./centre.ts";

/** Someone, or something, that waits for an agent. */
export interface Waiting {
  readonly answer: (agent: Agent, now: number) => void;
}

/** Joins the queue, to be answered at once where somebody is free. */
export function join(centre: Centre, waiting: Waiting, now: number): void {
  centre.queue.push(waiting);
  answerNext(centre, now);
}

/** Gives up waiting; false where they had been answered. */
export function giveUp(centre: Centre, waiting: Waiting): boolean {
  const at = centre.queue.indexOf(waiting);
  if (at < 0) return false;
  centre.queue.splice(at, 1);
  return true;
}

/** Brings those who have waited longest to the agents who have been free longest, while there are both. */
export function answerNext(centre: Centre, now: number): void {
  while (centre.queue.length > 0) {
    const agent = longestFree(centre);
    if (agent === undefined) return;
    centre.queue.shift()?.answer(agent, now);
  }
}

function longestFree(centre: Centre): Agent | undefined {
  let found: Agent | undefined;
  for (const agent of centre.agents) {
    if (isFree(centre, agent) && (found === undefined || agent.idleSince < found.idleSince)) found = agent;
  }
  return found;
}
