/** What a run counts as it goes. */
export interface Tallies {
  calls: number;
  closed: number;
  answered: number;
  answeredInTime: number;
  abandoned: number;
  waitSeconds: number;
  busySeconds: number;
  callbacks: number;
  conversations: number;
  messages: number;
  events: number;
}

/** Figures of a run by which a reader judges whether it is believable. Shares are parts of one. */
export interface RunStatistics {
  readonly events: number;
  readonly users: number;
  readonly calls: number;
  /** Callers who met nobody at work. */
  readonly closed: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly callbacks: number;
  readonly conversations: number;
  readonly messages: number;
  /** Calls answered within 20 seconds, of those answered or abandoned. */
  readonly serviceLevel: number;
  readonly meanWaitSeconds: number;
  /** Time on calls and wrap-up, of the time at work. */
  readonly occupancy: number;
  readonly hoursPerUser: number;
  readonly messagesPerConversation: number;
}

export const noTallies = (): Tallies => ({
  calls: 0,
  closed: 0,
  answered: 0,
  answeredInTime: 0,
  abandoned: 0,
  waitSeconds: 0,
  busySeconds: 0,
  callbacks: 0,
  conversations: 0,
  messages: 0,
  events: 0,
});

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The figures of a run, from what it counted and how long each user was at work. */
export function statisticsOf(tallies: Tallies, workedSeconds: readonly number[]): RunStatistics {
  const { events, calls, closed, answered, abandoned, callbacks, conversations, messages } = tallies;
  const worked = workedSeconds.reduce((sum, seconds) => sum + seconds, 0);
  return {
    ...{ events, users: workedSeconds.length, calls, closed, answered, abandoned, callbacks, conversations, messages },
    serviceLevel: share(tallies.answeredInTime, answered + abandoned),
    meanWaitSeconds: share(tallies.waitSeconds, answered),
    occupancy: share(tallies.busySeconds, worked),
    hoursPerUser: share(worked / 3600, workedSeconds.length),
    messagesPerConversation: share(messages, conversations),
  };
}
