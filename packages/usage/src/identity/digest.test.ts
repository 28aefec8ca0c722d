import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putJson } from "./content.ts";
import { createDigest } from "./digest.ts";

const digest = createDigest();

function of(...texts: readonly (string | number)[]): string {
  const lanes = new Int32Array(2);
  digest.begin(7);
  for (const text of texts) {
    if (typeof text === "string") digest.text(text);
    else digest.tag(text);
  }
  digest.end(lanes, 0);
  return lanes.join(" ");
}

function ofNumber(value: number, beside: number): string {
  const lanes = new Int32Array(2);
  digest.begin(7);
  digest.number(value, beside);
  digest.end(lanes, 0);
  return lanes.join(" ");
}

function ofJson(value: unknown): string {
  const lanes = new Int32Array(2);
  digest.begin(7);
  putJson(digest, value);
  digest.end(lanes, 0);
  return lanes.join(" ");
}

/** Any UTF-16 units, most of them narrow. */
const texts = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.nat(255) }, { weight: 1, arbitrary: fc.nat(0xffff) }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));

describe("a digest", () => {
  test("tells texts apart by where one ends and the next begins", () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), fc.array(fc.string(), { maxLength: 4 }), (a, b) => {
        expect(of(...a) === of(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
    expect(of("ab", "c")).not.toBe(of("a", "bc"));
    expect(of("a\0")).not.toBe(of("a"));
    expect(of("", "a")).not.toBe(of("a", ""));
  });

  test("tells wide characters from the narrow ones that fill the same words", () => {
    expect(of("\u6162")).not.toBe(of("ba"));
    expect(of("\u0100\u0000")).not.toBe(of("\u0000\u0001"));
  });

  test("takes a text of a megabyte", () => {
    const long = "x".repeat(1_000_000);
    expect(of(long)).toBe(of(long));
    expect(of(long)).not.toBe(of(`${long.slice(1)}y`));
  });

  test("tells numbers from each other, and from texts and tags", () => {
    const all = [0, 1, 4_294_967_296, 4_294_967_297, -1, 2 ** 52].flatMap((value) =>
      [20, 24].map((beside) => ofNumber(value, beside)),
    );
    expect(new Set([...all, of(""), of("\0"), of(20), of(1)]).size).toBe(all.length + 4);
  });

  test.each([
    ["counted from the right", (index: number) => `SM${index.toString(16).padStart(32, "0")}`],
    ["counted from the left", (index: number) => `${index.toString(36).padEnd(8, "_")}-event`],
    ["short", (index: number) => index.toString(36)],
    ["two texts", (index: number) => `${index & 255}|${index >> 8}`],
    ["wide", (index: number) => `予約${index}`],
  ])("spreads 60,000 ids %s: no two meet, half of the digest meets no more often than by chance", (_, idOf) => {
    const seen = new Set<string>();
    const halves = [new Set<number>(), new Set<number>()];
    const ones = new Array<number>(64).fill(0);
    const lanes = new Int32Array(2);
    for (let index = 0; index < 60_000; index += 1) {
      digest.begin(7);
      for (const part of idOf(index).split("|")) digest.text(part);
      digest.end(lanes, 0);
      seen.add(lanes.join(" "));
      for (let bit = 0; bit < 64; bit += 1)
        ones[bit] = (ones[bit] ?? 0) + (((lanes[bit >> 5] ?? 0) >>> (bit & 31)) & 1);
      for (const [half, values] of halves.entries()) values.add(lanes[half] ?? 0);
    }
    expect(seen.size).toBe(60_000);
    for (const values of halves) expect(values.size).toBeGreaterThan(60_000 - 6);
    for (const count of ones) expect(Math.abs(count - 30_000)).toBeLessThan(800);
  });
});

describe("the digest of a JSON value", () => {
  test("does not see the order of members, at any depth", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(ofJson(reordered(value))).toBe(ofJson(value));
      }),
    );
  });

  test("sees everything else", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(ofJson(a) === ofJson(b)).toBe(JSON.stringify(sortedJson(a)) === JSON.stringify(sortedJson(b)));
      }),
    );
    expect(ofJson(["1"])).not.toBe(ofJson([1]));
    expect(ofJson([1, 2])).not.toBe(ofJson([2, 1]));
    expect(ofJson({ a: null })).not.toBe(ofJson({}));
    expect(ofJson({ a: undefined })).toBe(ofJson({}));
  });
});

function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reordered(member)]),
  );
}

function sortedJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, member]) => [key, sortedJson(member)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .concat([["map", "map"]]);
}
