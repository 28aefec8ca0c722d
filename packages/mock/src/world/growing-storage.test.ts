import {
  addSeconds,
  calendar,
  compareInstants,
  decimal,
  divide,
  formatInstant,
  type Instant,
  instant,
  isBefore,
  month,
} from "@flexbill/kernel";
import { parseContract } from "@flexbill/terms";
import { meter, type RecordingEvent, type UseCase } from "@flexbill/usage";
import fc from "fast-check";
import { expect, test } from "vitest";
import { clip } from "./clip.ts";
import { openGrowingStorage } from "./growing-storage.ts";

const account = "AC00000000000000000000000000000001";
const february = month("2026-02");
const zone = "Europe/Berlin";
const period = calendar(zone).period(february);

const contract = parseContract({
  account,
  currency: "USD",
  timeZone: zone,
  opened: "2025-01-01T00:00:00Z",
  plan: [{ model: "active-user-hour", from: "2025-01-01", price: "1.00" }],
  prices: { book: "twilio-us-2026-08" },
});

/** Milliseconds from the month's begin: a day before it to a day after it. */
const moment = fc.integer({ min: -86_400_000, max: 29 * 86_400_000 });
const at = (milliseconds: number) => addSeconds(period.start, decimal((milliseconds / 1000).toFixed(3)));

interface Drawn {
  readonly start: number;
  readonly lasts: number | null;
  readonly seconds: string;
  readonly useCase: UseCase | undefined;
}

const recordings = fc.array(
  fc.record<Drawn>({
    start: moment,
    lasts: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 * 86_400_000 }))),
    seconds: fc.constantFrom("0", "60", "61", "599.5", "7200"),
    useCase: fc.constantFrom(undefined, "other"),
  }),
  { maxLength: 12 },
);

function loggedFrom({ start, lasts, seconds, useCase }: Drawn, index: number) {
  const begin = at(start);
  const end: Instant | null = lasts === null ? null : at(start + lasts);
  const event: RecordingEvent = {
    specversion: "1.0",
    id: String(index),
    source: "/test",
    type: "dev.flexbill.recording",
    subject: account,
    data: {
      recording: `RE${index}`,
      start: formatInstant(begin),
      seconds,
      deleted: end === null ? null : formatInstant(end),
      user: null,
      ...(useCase !== undefined && { useCase }),
    },
  };
  return { event, begin, end };
}

test("storage that grows day by day is what metering the recordings anew each day comes to", () => {
  if (!contract.ok) throw new Error("The contract must read");
  const options = { contract: contract.value, month: february };
  fc.assert(
    fc.property(recordings, fc.array(moment, { minLength: 1, maxLength: 6 }), (drawn, looks) => {
      const logged = drawn.map(loggedFrom).sort((a, b) => compareInstants(a.begin, b.begin));
      const storage = openGrowingStorage(account, february, period);
      const waiting = [...logged];
      for (const until of looks
        .filter((each) => each > 0)
        .sort((a, b) => a - b)
        .map(at)) {
        for (let [next] = waiting; next !== undefined && isBefore(next.begin, until); [next] = waiting) {
          storage.add(next, next.event.data);
          waiting.shift();
        }
        const anew = meter(clip(logged, until), options).rows;
        const expected = anew.filter(({ product }) => product === "recording-storage");
        expect(storage.upTo(until).toSorted(byUseCase)).toEqual(expected.toSorted(byUseCase));
      }
    }),
    { seed: 20_260_201, numRuns: 300 },
  );
});

test("a recording that turns out to be deleted after half the month is half of its minutes", () => {
  const storage = openGrowingStorage(account, february, period);
  const kept = loggedFrom({ start: 0, lasts: null, seconds: "61", useCase: undefined }, 1);
  storage.add(kept, kept.event.data);
  const firstDay = storage.upTo(instant("2026-02-01T23:00:00Z"));
  expect(firstDay).toMatchObject([{ quantity: divide(decimal(2), decimal(28)), useCase: "contact-center" }]);
  kept.end = instant("2026-02-14T23:00:00Z");
  expect(storage.upTo(period.end)).toMatchObject([{ quantity: decimal(1) }]);
  expect(storage.isSettled()).toBe(true);
});

function byUseCase(a: { readonly useCase: string }, b: { readonly useCase: string }): number {
  return a.useCase < b.useCase ? -1 : 1;
}
