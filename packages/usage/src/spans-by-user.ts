import type { Instant } from "@flexbill/kernel";
import { addSpan, createSpans, type Spans } from "./spans.ts";
import type { Users } from "./users.ts";

/** The union of each user's intervals, by the users' numbers. */
export interface SpansByUser {
  /** Adds the time from `start` up to `end`, which is not empty. */
  readonly add: (user: number, start: Instant, end: Instant) => void;
  /** By user; those without any time are left out. */
  readonly byName: (users: Users) => ReadonlyMap<string, Spans>;
}

const mostWaiting = 1 << 14;
const fewestWaiting = 64;

/**
 * Nobody's intervals yet. Events of all users come mixed, and each user's spans stand in a place of memory of their
 * own; so intervals wait in one list until there are many, and are handed out user by user.
 */
export function createSpansByUser(): SpansByUser {
  const spans: (Spans | undefined)[] = [];
  let users = new Int32Array(0);
  let starts = new Float64Array(0);
  let ends = new Float64Array(0);
  let waiting = 0;

  function spansOf(user: number): Spans {
    while (spans.length <= user) spans.push(undefined);
    const own = spans[user] ?? createSpans();
    spans[user] = own;
    return own;
  }

  function handOut(): void {
    for (const index of byUser(users.subarray(0, waiting))) {
      const start = starts[index] as Instant & number;
      addSpan(spansOf(users[index] ?? 0), start, ends[index] as Instant & number);
    }
    waiting = 0;
  }

  function makeRoom(): void {
    if (waiting === mostWaiting) handOut();
    if (waiting < users.length) return;
    const room = Math.max(fewestWaiting, 4 * waiting);
    users = enlarged(users, new Int32Array(room));
    starts = enlarged(starts, new Float64Array(room));
    ends = enlarged(ends, new Float64Array(room));
  }

  return {
    add: (user, start, end) => {
      if (typeof start !== "number" || typeof end !== "number") return addSpan(spansOf(user), start, end);
      makeRoom();
      users[waiting] = user;
      starts[waiting] = start;
      ends[waiting] = end;
      waiting += 1;
    },
    byName: (names) => {
      handOut();
      return new Map(
        spans.flatMap((own, user) => (own === undefined ? [] : [[names.nameOf(user) ?? "", own] as const])),
      );
    },
  };
}

function enlarged<List extends Int32Array | Float64Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}

/** The places of users in a list, user by user, those of one user in their order. */
function byUser(users: Int32Array): Int32Array {
  const next = new Int32Array(users.reduce((most, user) => Math.max(most, user), 0) + 2);
  for (const user of users) next[user + 1] = (next[user + 1] ?? 0) + 1;
  for (let user = 1; user < next.length; user += 1) next[user] = (next[user] ?? 0) + (next[user - 1] ?? 0);
  const places = new Int32Array(users.length);
  for (const [index, user] of users.entries()) {
    const at = next[user] ?? 0;
    places[at] = index;
    next[user] = at + 1;
  }
  return places;
}
