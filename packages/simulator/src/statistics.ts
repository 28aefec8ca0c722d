import type { Centre } from "./centre.ts";
import type { TeamTallies } from "./tallies.ts";

/** Figures of one queue. Shares are parts of one. */
export interface QueueStatistics {
  readonly queue: string;
  readonly answered: number;
  readonly abandoned: number;
  /** Answered within the queue's seconds, of those answered or abandoned. */
  readonly serviceLevel: number;
  /** Of all who waited, whether they were answered or gave up. */
  readonly meanWaitSeconds: number;
}

/** Figures of a run by which a reader judges whether it is believable. Shares are parts of one. */
export interface RunStatistics {
  readonly events: number;
  /** Users who held a seat at some time. */
  readonly users: number;
  readonly calls: number;
  /** Callers whom the menu or a bot served. */
  readonly selfServed: number;
  /** Callers who met nobody at work. */
  readonly closed: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly transfers: number;
  readonly callbacks: number;
  /** Calls from a list. */
  readonly dialled: number;
  readonly conversations: number;
  /** Messages of conversations. */
  readonly messages: number;
  /** Messages that nobody wrote: notices, passwords, marketing. */
  readonly notices: number;
  readonly serviceLevel: number;
  readonly meanWaitSeconds: number;
  /** Time on calls and wrap-up, of the time at work without breaks, of the teams that take calls. */
  readonly occupancy: number;
  /** Hours outside the Logout Activity: what an Active User Hour plan bills. */
  readonly hoursPerUser: number;
  /** Hours that the roster planned for those who came. */
  readonly rosterHoursPerUser: number;
  readonly messagesPerConversation: number;
  /** Messages of conversations, of all calls and conversations. */
  readonly messagesPerContact: number;
  readonly forgottenLogouts: number;
  /** Logged out by Flex or by hand. */
  readonly forcedLogouts: number;
  /** Seats that changed hands. */
  readonly swaps: number;
  readonly queues: readonly QueueStatistics[];
}

const hour = 3_600_000;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The figures of a run so far. */
export function statisticsOf({ tallies, teams, queues }: Centre): RunStatistics {
  const { forgotten: forgottenLogouts, forcedOut: forcedLogouts, ...counts } = tallies;
  const of = (key: keyof TeamTallies, among = teams): number =>
    among.reduce((sum, { tallies: team }) => sum + team[key], 0);
  const calling = teams.filter(({ tallies: { busy } }) => busy > 0);
  const all = [...queues.values()].map(({ tallies: queue }) => queue);
  const sum = (key: keyof (typeof all)[number]): number => all.reduce((total, queue) => total + queue[key], 0);
  const users = of("users");
  const waited = sum("answered") + sum("abandoned");
  return {
    ...counts,
    users,
    answered: sum("answered"),
    abandoned: sum("abandoned"),
    serviceLevel: share(sum("answeredInTime"), waited),
    meanWaitSeconds: share(sum("waitMilliseconds") / 1000, waited),
    occupancy: share(of("busy", calling), of("staffed", calling)),
    hoursPerUser: share(of("billable") / hour, users),
    rosterHoursPerUser: share(of("roster") / hour, users),
    messagesPerConversation: share(tallies.messages, tallies.conversations),
    messagesPerContact: share(tallies.messages, tallies.calls + tallies.conversations),
    forgottenLogouts,
    forcedLogouts,
    queues: [...queues.values()].map(({ id, tallies: queue }) => ({
      queue: id,
      answered: queue.answered,
      abandoned: queue.abandoned,
      serviceLevel: share(queue.answeredInTime, queue.answered + queue.abandoned),
      meanWaitSeconds: share(queue.waitMilliseconds / 1000, queue.answered + queue.abandoned),
    })),
  };
}
