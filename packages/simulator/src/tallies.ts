/** What a queue counts. */
export interface QueueTallies {
  answered: number;
  answeredInTime: number;
  abandoned: number;
  /** Of all who waited, whether they were answered or gave up. */
  waitMilliseconds: number;
}

/** What a team counts, in milliseconds. */
export interface TeamTallies {
  /** At work and not on a break. */
  staffed: number;
  /** On calls and finishing them. */
  busy: number;
  /** Outside the Logout Activity: what is billed by the hour. */
  billable: number;
  /** Planned, for those who came. */
  roster: number;
  users: number;
}

/** What a run counts as it goes, of what lies in the time that is asked for. */
export interface Tallies {
  events: number;
  calls: number;
  selfServed: number;
  closed: number;
  transfers: number;
  callbacks: number;
  dialled: number;
  conversations: number;
  messages: number;
  notices: number;
  forgotten: number;
  forcedOut: number;
  swaps: number;
}

export const noTallies = (): Tallies => ({
  events: 0,
  calls: 0,
  selfServed: 0,
  closed: 0,
  transfers: 0,
  callbacks: 0,
  dialled: 0,
  conversations: 0,
  messages: 0,
  notices: 0,
  forgotten: 0,
  forcedOut: 0,
  swaps: 0,
});

export const noQueueTallies = (): QueueTallies => ({
  answered: 0,
  answeredInTime: 0,
  abandoned: 0,
  waitMilliseconds: 0,
});

export const noTeamTallies = (): TeamTallies => ({ staffed: 0, busy: 0, billable: 0, roster: 0, users: 0 });
