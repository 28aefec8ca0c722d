import type { Month } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import { identityOf } from "./event-identity.ts";
import { type PackedEvents, packEvents, unpackEvents } from "./packed-events.ts";

/** Events of months that are over, packed: they are still known, and still there when a month is looked at again. */
export interface EventArchive {
  put(month: Month, events: readonly FlexEvent[]): void;
  has(identity: string): boolean;
  find(identity: string): FlexEvent | undefined;
  /** Takes every event out of the pack that holds an identity; nothing where none does. */
  takeMonthOf(identity: string): readonly FlexEvent[];
  of(month: Month): readonly FlexEvent[];
  all(): readonly FlexEvent[];
}

interface Pack {
  readonly month: Month;
  readonly events: PackedEvents;
  /** Digests of the identities, in order: most of what is not here is told by them alone. */
  readonly digests: Float64Array;
}

/** Opens an archive with nothing in it. */
export function createArchive(): EventArchive {
  let packs: readonly Pack[] = [];
  const holding = (identity: string): Pack | undefined => {
    if (packs.length === 0) return undefined;
    const digest = digestOf(identity);
    return packs.find(
      ({ digests, events }) =>
        includes(digests, digest) && unpackEvents(events).some((each) => identityOf(each) === identity),
    );
  };
  return {
    put: (month, events) => {
      const digests = Float64Array.from(events, (each) => digestOf(identityOf(each))).sort();
      packs = [...packs, { month, events: packEvents(events), digests }];
    },
    has: (identity) => holding(identity) !== undefined,
    find: (identity) => {
      const pack = holding(identity);
      return pack && unpackEvents(pack.events).find((each) => identityOf(each) === identity);
    },
    takeMonthOf: (identity) => {
      const pack = holding(identity);
      packs = packs.filter((each) => each !== pack);
      return pack === undefined ? [] : unpackEvents(pack.events);
    },
    of: (month) => packs.filter((each) => each.month === month).flatMap(({ events }) => unpackEvents(events)),
    all: () => packs.flatMap(({ events }) => unpackEvents(events)),
  };
}

function includes(sorted: Float64Array, value: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

const bitsBelow = 2 ** 21;

/** 53 bits of a text; two texts of one digest are told apart by reading them. */
function digestOf(text: string): number {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 13);
  }
  return (one >>> 0) * bitsBelow + ((other ^ (one >>> 7)) >>> 11);
}
