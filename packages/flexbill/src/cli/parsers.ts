import {
  type CalendarDate,
  type Decimal,
  type Instant,
  isNegative,
  isPositive,
  type Month,
  parseDate,
  parseDecimal,
  parseInstant,
  parseMonth,
} from "@flexbill/kernel";
import { wordsOf } from "../words.ts";
import type { Context } from "./context.ts";

/** A text as it is. */
export const text = (input: string): string => input;

/** A text that says something. */
export function filledOption(this: Context, input: string): string {
  if (input.trim() !== "") return input;
  throw new SyntaxError(wordsOf(this.session.language).notFilled(input));
}

/** A month such as 2025-05. */
export function monthOption(this: Context, input: string): Month {
  const parsed = parseMonth(input);
  if (parsed.ok) return parsed.value;
  throw new SyntaxError(wordsOf(this.session.language).notMonth(input));
}

/** An instant such as 2025-06-02T00:00:00Z. */
export function instantOption(this: Context, input: string): Instant {
  const parsed = parseInstant(input);
  if (parsed.ok) return parsed.value;
  throw new SyntaxError(wordsOf(this.session.language).notInstant(input));
}

/** A whole number from 0. */
export function seedOption(this: Context, input: string): number {
  const seed = Number(input);
  if (/^\d{1,16}$/.test(input) && Number.isSafeInteger(seed)) return seed;
  throw new SyntaxError(wordsOf(this.session.language).notSeed(input));
}

/** A draw of a story with open values, such as 1-17. */
export function drawOption(this: Context, input: string): { readonly seed: number; readonly draw: number } {
  const [, seed, draw] = /^(\d{1,15})-(\d{1,7})$/.exec(input) ?? [];
  if (seed !== undefined && draw !== undefined) return { seed: Number(seed), draw: Number(draw) };
  throw new SyntaxError(wordsOf(this.session.language).notDraw(input));
}

/** A TCP port. */
export function portOption(this: Context, input: string): number {
  if (/^\d{1,5}$/.test(input) && Number(input) < 65_536) return Number(input);
  throw new SyntaxError(wordsOf(this.session.language).notPort(input));
}

/** How many seconds go by in a world in a real one. */
export function rateOption(this: Context, input: string): Decimal {
  const rate = parseDecimal(input);
  if (rate.ok && !isNegative(rate.value)) return rate.value;
  throw new SyntaxError(wordsOf(this.session.language).notRate(input));
}

/** How many months a law is run on. */
export function runsOption(this: Context, input: string): number {
  if (/^\d{1,7}$/.test(input) && Number(input) > 0) return Number(input);
  throw new SyntaxError(wordsOf(this.session.language).notRuns(input));
}

/** A machine's part of a run, such as 2/4; the parts count from 1. */
export function shardOption(this: Context, input: string): { readonly index: number; readonly of: number } {
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(input) ?? [];
  const shard = { index: Number(part) - 1, of: Number(of) };
  if (shard.index >= 0 && shard.index < shard.of) return shard;
  throw new SyntaxError(wordsOf(this.session.language).notShard(input));
}

/** How many of something. */
export function countOption(this: Context, input: string): number {
  if (/^\d{1,7}$/.test(input) && Number(input) > 0 && Number(input) <= 1_000_000) return Number(input);
  throw new SyntaxError(wordsOf(this.session.language).notCount(input));
}

/** Seconds, as milliseconds. */
export function secondsOption(this: Context, input: string): number {
  const seconds = Number(input);
  if (/^\d{1,5}(\.\d{1,3})?$/.test(input) && seconds > 0) return Math.round(seconds * 1000);
  throw new SyntaxError(wordsOf(this.session.language).notSeconds(input));
}

/** A day such as 2025-06-10. */
export function dateOption(this: Context, input: string): CalendarDate {
  const parsed = parseDate(input);
  if (parsed.ok) return parsed.value;
  throw new SyntaxError(wordsOf(this.session.language).notDate(input));
}

/** A tag such as team=support; the value may hold more of the signs. */
export function tagOption(this: Context, input: string): readonly [key: string, value: string] {
  const pair = pairIn(input);
  if (pair !== undefined) return pair;
  throw new SyntaxError(wordsOf(this.session.language).notTag(input));
}

/** A change of the contract such as plan.0.price=0.90; the value may be empty. */
export function settingOption(this: Context, input: string): readonly [key: string, value: string] {
  const pair = pairIn(input);
  if (pair !== undefined) return pair;
  throw new SyntaxError(wordsOf(this.session.language).notSetting(input));
}

function pairIn(input: string): readonly [key: string, value: string] | undefined {
  const [, key, value] = /^([^=]+)=([\s\S]*)$/.exec(input) ?? [];
  return key === undefined || value === undefined ? undefined : [key, value];
}

/** Hours, above zero. */
export function hoursOption(this: Context, input: string): Decimal {
  const hours = parseDecimal(input);
  if (hours.ok && isPositive(hours.value) && input.length <= 12) return hours.value;
  throw new SyntaxError(wordsOf(this.session.language).notHours(input));
}

/** An amount, 0 or more. */
export function thresholdOption(this: Context, input: string): Decimal {
  const amount = parseDecimal(input);
  if (amount.ok && !isNegative(amount.value)) return amount.value;
  throw new SyntaxError(wordsOf(this.session.language).notThreshold(input));
}
