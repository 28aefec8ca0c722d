import type { Calendar } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { Agenda } from "./clock/agenda.ts";
import type { Queue } from "./contacts/queue.ts";
import type { ActivityState } from "./people/activity.ts";
import type { Team } from "./people/team.ts";
import type { Profile } from "./profile/profile.ts";
import type { Tallies } from "./tallies.ts";

/** What users of the centre can be in, now. */
export interface ActivityStates {
  readonly logout: ActivityState;
  readonly available: ActivityState;
  readonly busy: ActivityState | null;
  readonly wrapUp: ActivityState;
  readonly break: ActivityState;
  readonly others: ReadonlyMap<string, ActivityState>;
}

/** What is asked for: from an instant, up to another one, which may be Infinity, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** A contact centre at work: what its parts share during one run. Instants are milliseconds since 1970. */
export interface Centre extends Omit<Span, "name"> {
  readonly profile: Profile;
  /** The clock that customers follow. */
  readonly calendar: Calendar;
  readonly agenda: Agenda<Centre>;
  readonly activities: ActivityStates;
  readonly teams: readonly Team[];
  readonly queues: ReadonlyMap<string, Queue>;
  /** Contacts of the hour that is not over, by account. */
  readonly contacts: Map<string, number>;
  readonly tallies: Tallies;
  /** Events that wait to be read. */
  readonly told: FlexEvent[];
  readonly source: string;
  /** The instant and the text of what was told last. */
  lastTold: number;
  lastTime: string;
  /** Flex's setting that logs out whom it cannot reach: after so many milliseconds, or null while it is off. */
  enforceAfter: number | null;
}

/** The SID of the account that something belongs to: a subaccount by its name, or the main account. */
export const accountOf = ({ accounts, account }: Profile, name: string | undefined): string =>
  name === undefined ? account : (accounts[name] ?? account);
