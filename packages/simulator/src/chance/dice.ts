import { absorb, scramble } from "./random.ts";

/**
 * A source of chance that belongs to one thing: an agent, an hour of a line, a contact. It counts what it has given and
 * keeps no other state, so that a draw more of one thing moves nothing in another.
 */
export interface Dice {
  readonly high: number;
  readonly low: number;
  drawn: number;
}

const golden = 0x9e3779b9;

/** Dice for a path of names and numbers under a seed. */
export function diceOf(seed: number, ...path: readonly (number | string)[]): Dice {
  const word = (base: number): number => [seed, ...path].reduce<number>(absorb, base) | 0;
  return { high: word(0x243f6a88), low: word(0x85a308d3), drawn: 0 };
}

/** The first word of the dice that stand at an index under others. */
export const childHigh = (parent: Dice, index: number): number => scramble(parent.high ^ scramble(index + golden)) | 0;

/** Their second word. */
export const childLow = (parent: Dice, index: number): number =>
  scramble((parent.low + Math.imul(index, 0x85ebca6b)) ^ parent.high) | 0;

/** Dice that stand at an index under others. */
export const childDice = (parent: Dice, index: number): Dice => ({
  high: childHigh(parent, index),
  low: childLow(parent, index),
  drawn: 0,
});

/** The next unsigned 32-bit integer of dice. */
export function roll(dice: Dice): number {
  dice.drawn += 1;
  return scramble(dice.high ^ scramble(dice.low + Math.imul(dice.drawn, golden)));
}

/** The number that dice give for an index, without a throw. */
export const peek = (dice: Dice, index: number): number =>
  scramble(dice.high ^ scramble(~dice.low ^ Math.imul(index, golden)));
