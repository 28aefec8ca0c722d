import { addSeconds, decimal, epochMilliseconds, formatInstant, type Instant, instant } from "@flexbill/kernel";
import type { FlexEvent } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { requestOf, sid } from "../../../test/worlds.ts";
import { openAccount } from "../accounts.ts";
import { discover, stayAt, staysOf } from "./presence.ts";
import type { Row } from "./store.ts";

const begin = instant("2026-01-01T00:00:00Z");
const after = (minutes: number): Instant => addSeconds(begin, decimal(minutes * 60));
const stretches = fc.array(
  fc.record({
    from: fc.nat(300),
    minutes: fc.option(fc.nat(60), { freq: 12 }),
    activity: fc.integer({ min: 2, max: 4 }),
  }),
  { maxLength: 12 },
);

function present(list: readonly { from: number; minutes: number | null; activity: number }[]) {
  const events = list.map(({ from, minutes, activity }, index): FlexEvent => {
    const end = minutes === null ? null : formatInstant(after(from + minutes));
    const data = { user: sid("WK", 1), activity: sid("WA", activity), start: formatInstant(after(from)), end };
    const envelope = { specversion: "1.0", id: String(index), source: "/test", subject: "AC1" } as const;
    return { ...envelope, type: "dev.flexbill.presence", data };
  });
  const { contract, priceBook } = requestOf({
    contract: { account: "AC1", currency: "USD" },
    priceBook: [],
    month: "2026-01",
    events: [],
  });
  const seed = { owner: "AC1", authToken: "0", friendlyName: "", contract, priceBook, events, created: begin };
  const account = openAccount(seed);
  discover(account);
  return { account, worker: account.memory.taskrouter.rows.get(sid("WK", 1)) };
}

test("stays from a moment on are the last of all stays, with one before it, and the last one is where the worker is", () => {
  fc.assert(
    fc.property(stretches, fc.nat(400), fc.nat(400), (list, one, other) => {
      const { account, worker } = present(list);
      if (worker === undefined) return;
      const [since, now] = [after(Math.min(one, other)), after(Math.max(one, other))];
      const all = staysOf(account, worker as Row, now);
      const some = staysOf(account, worker as Row, now, since);
      const tail = all.slice(all.length - some.length);
      expect(some.slice(1)).toEqual(tail.slice(1));
      expect(some[0]).toMatchObject({ activity: tail[0]?.activity, to: tail[0]?.to });
      if (some.length < all.length) expect(some[0]?.from).toBeLessThan(epochMilliseconds(since));
      expect(stayAt(account, worker as Row, now)).toEqual(all.at(-1));
    }),
    { numRuns: 300 },
  );
});
