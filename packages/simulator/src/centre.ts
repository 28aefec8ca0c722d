import {
  type Calendar,
  epochMilliseconds,
  formatInstant,
  fromEpochMilliseconds,
  type Interval,
  instant,
} from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import type { Agenda } from "./agenda.ts";
import type { Agent } from "./agent.ts";
import type { Profile } from "./profile.ts";
import type { Waiting } from "./queue.ts";
import type { Random } from "./random.ts";
import type { Tallies } from "./statistics.ts";

/** What an event says, before it gets its envelope. */
export type Saying = FlexEvent extends infer E ? (E extends FlexEvent ? Pick<E, "type" | "data"> : never) : never;

/** The seconds that an event is about: an instant, or an interval, `end` null where it has not ended. */
export interface About {
  readonly start: number;
  readonly end?: number | null;
}

/** A contact centre at work: what its parts share during one run. */
export interface Centre {
  readonly profile: Profile;
  /** The clock that shifts and customers follow. */
  readonly calendar: Calendar;
  /** The billing month. */
  readonly period: Interval;
  readonly agents: readonly Agent[];
  /** Who waits for an agent, first come first. */
  readonly queue: Waiting[];
  readonly agenda: Agenda;
  readonly tallies: Tallies;
  /** A stream of its own for each purpose. */
  readonly stream: (...path: readonly (string | number)[]) => Random;
  /** Hands over an event, known at a second, where what it is about lies in the billing month. */
  readonly tell: (known: number, saying: Saying, about?: About) => void;
  /** A new identifier of Twilio's form. */
  readonly sid: (prefix: string) => string;
}

/** An instant of a document as a second since 1970. */
export const secondOf = (text: string): number => Math.floor(epochMilliseconds(instant(text)) / 1000);

/** A second since 1970 as an instant of the events. */
export const instantOf = (second: number): string => formatInstant(fromEpochMilliseconds(second * 1000));
