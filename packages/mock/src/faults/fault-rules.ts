import { numberOf } from "../world/drawn.ts";
import type { Fault, FaultRule } from "./fault.ts";

/** A rule that is in force, and what became of it. */
export interface ActiveFault extends FaultRule {
  readonly id: string;
  /** How many requests were of its route and account. */
  readonly seen: number;
  /** How many of them it met. */
  readonly met: number;
}

/** What of a request decides whether a fault meets it. */
export interface AskedRequest {
  /** Method and address: `GET api.twilio.com/2010-04-01/Accounts.json?PageSize=5`. */
  readonly asked: string;
  readonly account: string;
}

/** The faults of a mock; there are none until somebody adds one. */
export interface Faults {
  list(): readonly ActiveFault[];
  add(rule: FaultRule): ActiveFault;
  /** False where nothing has that name. */
  remove(id: string): boolean;
  clear(): void;
  /** What goes wrong with a request, in the order in which the rules were added; each call counts as one request. */
  meet(request: AskedRequest): readonly Fault[];
}

const grain = 1_000_000;

/** Opens an empty list of faults. The same rules meet the same of the same requests. */
export function createFaults(): Faults {
  const rules = new Map<string, ActiveFault>();
  let added = 0;
  const meets = (rule: ActiveFault, { asked, account }: AskedRequest): boolean => {
    if (rule.route !== undefined && !fitsRoute(rule.route, asked)) return false;
    if ((rule.account ?? account) !== account || rule.met >= (rule.times ?? Number.POSITIVE_INFINITY)) return false;
    const { seed = 1, share = 1, seen } = rule;
    const isMet = numberOf(`fault/${seed}/${seen}`, grain) < share * grain;
    rules.set(rule.id, { ...rule, seen: seen + 1, met: rule.met + (isMet ? 1 : 0) });
    return isMet;
  };
  return {
    list: () => [...rules.values()],
    add: (rule) => {
      added += 1;
      const active = { id: `fault-${added}`, ...rule, seen: 0, met: 0 };
      rules.set(active.id, active);
      return active;
    },
    remove: (id) => rules.delete(id),
    clear: () => rules.clear(),
    meet: (request) => [...rules.values()].filter((rule) => meets(rule, request)).map(({ fault }) => fault),
  };
}

/** Tells whether a method and an address fit a route, in which a star stands for anything. */
export function fitsRoute(route: string, asked: string): boolean {
  const parts = route.split("*").map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(asked);
}
