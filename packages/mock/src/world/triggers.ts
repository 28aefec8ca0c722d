import {
  type CalendarDate,
  calendar,
  compare,
  type Decimal,
  firstDay,
  type Instant,
  month,
  monthOfDate,
  zero,
} from "@flexbill/kernel";
import { type Recurring, triggerCallback, type UsageTrigger } from "@flexbill/twilio";
import type { Account } from "./account.ts";
import { figuresOf, withSubaccounts } from "./usage-records.ts";
import type { World } from "./world.ts";

/** A callback that is due. */
export interface DueCallback {
  readonly trigger: UsageTrigger;
  readonly account: Account;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Watched {
  trigger: UsageTrigger;
  /** The first day of the interval it last fired in; it fires once in each. */
  firedIn: CalendarDate | undefined;
}

/** The triggers of a snapshot, with the interval each last fired in. */
export type TriggersState = readonly Readonly<Watched>[];

/** The usage triggers of a world. */
export interface Triggers {
  list(account: Account): readonly UsageTrigger[];
  find(account: Account, sid: string): UsageTrigger | undefined;
  add(trigger: UsageTrigger): void;
  replace(trigger: UsageTrigger): void;
  remove(sid: string): boolean;
  /** What there is, for a snapshot. */
  save(): TriggersState;
  /** Puts everything back as a snapshot says. */
  restore(state: TriggersState): void;
  /** True where some trigger would fire as of an instant. */
  wouldFire(world: World, at: Instant): boolean;
  /** Looks at every trigger as of an instant; those that crossed their threshold fire, and their callbacks are due. */
  evaluate(world: World, at: Instant): readonly DueCallback[];
}

const gmt = calendar("UTC");

/** How many triggers an account may have. */
export const mostTriggers = 1_000;

/** Opens an empty set of triggers. */
export function createTriggers(): Triggers {
  const watched = new Map<string, Watched>();
  const find = (account: Account, sid: string) => {
    const trigger = watched.get(sid)?.trigger;
    return trigger?.account === account.sid ? trigger : undefined;
  };
  return {
    find,
    list: (account) =>
      [...watched.values()].map(({ trigger }) => trigger).filter((each) => each.account === account.sid),
    add: (trigger) => {
      watched.set(trigger.sid, { trigger, firedIn: undefined });
    },
    replace: (trigger) => {
      const known = watched.get(trigger.sid);
      if (known !== undefined) known.trigger = trigger;
    },
    remove: (sid) => watched.delete(sid),
    save: () => [...watched.values()].map((each) => ({ ...each })),
    restore: (state) => {
      watched.clear();
      for (const each of state) watched.set(each.trigger.sid, { ...each });
    },
    wouldFire: (world, at) => [...watched.values()].some((each) => firing(world, each, at) !== undefined),
    evaluate: (world, at) => [...watched.values()].flatMap((each) => look(world, each, at)),
  };
}

/** What a trigger's figure has come to in the interval that an instant lies in. */
export function currentValue(world: World, account: Account, trigger: Watching, at: Instant): Decimal {
  const range = { start: intervalStart(account, trigger.recurring, at), end: gmt.dateOf(at) };
  const figures = figuresOf(withSubaccounts(world, account), trigger.category, range, at);
  if (trigger.triggerBy === "price") return figures.prices[account.contract.currency] ?? zero;
  return figures[trigger.triggerBy];
}

type Watching = Pick<UsageTrigger, "category" | "recurring" | "triggerBy">;

function look(world: World, watched: Watched, at: Instant): readonly DueCallback[] {
  const fires = firing(world, watched, at);
  if (fires === undefined) return [];
  const { account, interval, value } = fires;
  watched.firedIn = interval;
  watched.trigger = { ...watched.trigger, currentValue: value, fired: at };
  return [{ trigger: watched.trigger, account, parameters: triggerCallback(watched.trigger, at, interval) }];
}

/** What a trigger that is due would fire with; undefined where it is not, or has fired in this interval already. */
function firing(world: World, { trigger, firedIn }: Watched, at: Instant) {
  const account = world.accounts.get(trigger.account);
  if (account === undefined) return undefined;
  const interval = intervalStart(account, trigger.recurring, at);
  if (firedIn === interval) return undefined;
  const value = currentValue(world, account, trigger, at);
  return compare(value, trigger.triggerValue) < 0 ? undefined : { account, interval, value };
}

function intervalStart(account: Account, recurring: Recurring | null, at: Instant): CalendarDate {
  const today = gmt.dateOf(at);
  if (recurring === "daily") return today;
  if (recurring === "monthly") return firstDay(monthOfDate(today));
  return recurring === "yearly" ? firstDay(month(`${today.slice(0, 4)}-01`)) : gmt.dateOf(account.created);
}
