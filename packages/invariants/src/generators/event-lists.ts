import fc from "fast-check";
import type { Event } from "../request.ts";
import type { Happening } from "./events.ts";
import { instants, type Setting } from "./moments.ts";

type Copies = readonly { readonly of: number; readonly as: number; readonly elsewhere: boolean }[];

/** What is told of whom. */
export interface Tale {
  readonly happenings: fc.Arbitrary<readonly Happening[]>;
  readonly account: string;
  readonly otherAccount: string;
  /** The one user of the other account. */
  readonly stranger: string;
  /** Most happenings of a month; 18 by default. */
  readonly most?: number;
}

/** Events with identities; some told again, some identities used for something else, in any order. */
export function eventLists(setting: Setting, tale: Tale): fc.Arbitrary<readonly Event[]> {
  const { happenings, most = 18 } = tale;
  const few = fc.array(happenings, { maxLength: 3 });
  const many = fc.array(happenings, { minLength: Math.min(8, most), maxLength: most, size: "max" });
  const told = fc
    .oneof({ withCrossShrink: true }, { weight: 1, arbitrary: few }, { weight: 4, arbitrary: many })
    .map((lists) => lists.flat());
  const envelope = fc.record(
    { time: instants(setting), foreign: fc.constantFrom(...Array.from({ length: 9 }, () => false), true) },
    { requiredKeys: [] },
  );
  const place = fc.nat({ max: 20 });
  const elsewhere = fc.constantFrom(false, false, false, true);
  const copies = fc.array(fc.record({ of: place, as: fc.oneof(place, fc.constant(99)), elsewhere }), { maxLength: 4 });
  return fc
    .tuple(
      told,
      fc.array(envelope, { minLength: 36, maxLength: 36 }),
      copies,
      fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: "max" }),
    )
    .map(([list, envelopes, again, order]) => {
      const events = list.map((happening, index) => eventOf(happening, index, envelopes[index] ?? {}, tale));
      return shuffled([...events, ...copiesOf(events, again, tale)], order);
    });
}

/** The other account's people are its own. */
function eventOf(
  happening: Happening,
  index: number,
  { time, foreign = false }: { time?: string; foreign?: boolean },
  { account, otherAccount, stranger }: Tale,
) {
  const source = index % 2 === 0 ? "/generated/left" : "/generated/right";
  const identity = { specversion: "1.0" as const, id: `e${Math.floor(index / 2)}`, source };
  const subject = foreign ? otherAccount : account;
  const mine = foreign && "user" in happening.data && happening.data.user !== null;
  const data = mine ? { ...happening.data, user: stranger } : happening.data;
  return { ...identity, subject, ...(time === undefined ? {} : { time }), type: happening.type, data } as Event;
}

/** `of` told again with its members turned round: as itself, under the identity of `as`, or for the other account. */
function copiesOf(events: readonly Event[], copies: Copies, { otherAccount }: Tale): readonly Event[] {
  return copies.flatMap(({ of, as, elsewhere }) => {
    const event = events[of];
    const { id, source } = events[as] ?? event ?? { id: "", source: "" };
    if (!event) return [];
    const data = Object.fromEntries(Object.entries(event.data).reverse());
    const subject = elsewhere ? otherAccount : event.subject;
    return [{ ...event, id, source, subject, data } as Event];
  });
}

/** In the order of the drawn keys; without a key an event stays where it was. */
function shuffled(events: readonly Event[], keys: readonly number[]): readonly Event[] {
  const keyed = events.map((event, index) => ({ event, key: keys[index] ?? index }));
  return keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
}
