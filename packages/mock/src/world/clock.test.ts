import { addSeconds, decimal, formatInstant, instant, zero } from "@flexbill/kernel";
import { expect, test } from "vitest";
import { createClock, createTestClock } from "./clock.ts";

const start = instant("2026-01-01T00:00:00Z");

function timed(rate: string) {
  let real = instant("2030-06-01T12:00:00Z");
  const clock = createClock({ start, real: () => real, rate: decimal(rate) });
  const pass = (seconds: number) => {
    real = addSeconds(real, decimal(seconds));
  };
  return { clock, pass, now: () => formatInstant(clock.now()) };
}

test("a clock stands still, goes with real time, or faster, and keeps its place when its rate changes", () => {
  const { clock, pass, now } = timed("0");
  pass(3600);
  expect(now()).toBe("2026-01-01T00:00:00Z");
  expect(clock.goAt(decimal(1))).toBe(true);
  pass(30);
  expect(now()).toBe("2026-01-01T00:00:30Z");
  expect(clock.goAt(decimal("86400"))).toBe(true);
  pass(2);
  expect(now()).toBe("2026-01-03T00:00:30Z");
  expect(clock.goAt(zero)).toBe(true);
  pass(1000);
  expect(now()).toBe("2026-01-03T00:00:30Z");
});

test("no clock goes backwards, whatever its rate, and one without real time only stands", () => {
  const { clock, pass, now } = timed("60");
  pass(60);
  expect(clock.set(instant("2026-01-01T00:59:59Z"))).toBe(false);
  expect(clock.advance(decimal(-1))).toBe(false);
  expect(clock.goAt(decimal(-1))).toBe(false);
  expect(clock.set(instant("2026-02-01T00:00:00Z"))).toBe(true);
  pass(1);
  expect(now()).toBe("2026-02-01T00:01:00Z");
  expect(createTestClock(start).goAt(decimal(1))).toBe(false);
  expect(createTestClock(start).goAt(zero)).toBe(true);
});
