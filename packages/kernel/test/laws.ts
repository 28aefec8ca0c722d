import fc from "fast-check";
import { expect } from "vitest";

type Binary<T> = (a: T, b: T) => T;

/** Deep equality as a step of a property, which must return nothing. */
export function alike(found: unknown, wanted: unknown): void {
  expect(found).toEqual(wanted);
}

/** Laws of algebra, each a property over an arbitrary; values are compared deeply, as equal ones have one form. */
export function commutes<T>(values: fc.Arbitrary<T>, operate: Binary<T>): void {
  fc.assert(fc.property(values, values, (a, b) => alike(operate(a, b), operate(b, a))));
}

export function associates<T>(values: fc.Arbitrary<T>, operate: Binary<T>): void {
  const left = (a: T, b: T, c: T) => operate(operate(a, b), c);
  const right = (a: T, b: T, c: T) => operate(a, operate(b, c));
  fc.assert(fc.property(values, values, values, (a, b, c) => alike(left(a, b, c), right(a, b, c))));
}

export function distributes<T>(values: fc.Arbitrary<T>, over: Binary<T>, operate: Binary<T>): void {
  fc.assert(
    fc.property(values, values, values, (a, b, c) => alike(operate(a, over(b, c)), over(operate(a, b), operate(a, c)))),
  );
}

export function hasNeutral<T>(values: fc.Arbitrary<T>, neutral: T, operate: Binary<T>): void {
  fc.assert(
    fc.property(values, (a) => {
      expect(operate(a, neutral)).toEqual(a);
      expect(operate(neutral, a)).toEqual(a);
    }),
  );
}

export function undoes<T>(values: fc.Arbitrary<T>, operate: Binary<T>, undo: Binary<T>): void {
  fc.assert(fc.property(values, values, (a, b) => alike(undo(operate(a, b), b), a)));
}

/** What was written reads as the same value again. */
export function roundTrips<T, Text>(values: fc.Arbitrary<T>, write: (value: T) => Text, read: (text: Text) => T): void {
  fc.assert(fc.property(values, (value) => alike(read(write(value)), value)));
}

/** An order: of two values one comes first or both are equal, and it carries over a third. */
export function orders<T>(values: fc.Arbitrary<T>, compare: (a: T, b: T) => number): void {
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      expect(compare(a, a)).toBe(0);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
    }),
  );
}

/** Doing it again changes nothing. */
export function settles<T>(values: fc.Arbitrary<T>, operate: (value: T) => T): void {
  fc.assert(fc.property(values, (value) => alike(operate(operate(value)), operate(value))));
}
