import { Decimal as Other } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decimals, decimalTexts, exacts } from "../test/arbitraries.ts";
import { settles } from "../test/laws.ts";
import {
  absolute,
  ceiling,
  compare,
  decimal,
  divideRounded,
  floor,
  formatDecimal,
  formatQuantity,
  fraction,
  multiply,
  negate,
  one,
  type RoundingMode,
  round,
  subtract,
  toInteger,
} from "./index.ts";

const Wide = Other.clone({ precision: 300 });
const modes = {
  "half-up": Other.ROUND_HALF_UP,
  "half-even": Other.ROUND_HALF_EVEN,
  up: Other.ROUND_UP,
  down: Other.ROUND_DOWN,
  ceiling: Other.ROUND_CEIL,
  floor: Other.ROUND_FLOOR,
} as const;
const names = Object.keys(modes) as RoundingMode[];
const places = fc.integer({ min: 0, max: 8 });

test.each(names)("%s is what decimal.js does", (mode) => {
  fc.assert(
    fc.property(decimalTexts, places, (text, digits) => {
      const other = new Wide(text).toDecimalPlaces(digits, modes[mode]);
      expect(formatDecimal(round(decimal(text), digits, mode))).toBe(other.toFixed().replace(/^-0$/, "0"));
    }),
    { numRuns: 500 },
  );
});

test.each(names)("%s done twice is done once", (mode) => settles(decimals, (value) => round(value, 2, mode)));

test.each(names)("%s moves a value by less than a step, by no more than half where it is a half mode", (mode) => {
  const step = decimal("0.01");
  fc.assert(
    fc.property(exacts, (value) => {
      const moved = absolute(subtract(round(value, 2, mode), value));
      expect(compare(moved, step)).toBe(-1);
      if (mode.startsWith("half")) expect(compare(multiply(moved, decimal(2)), step)).toBeLessThanOrEqual(0);
    }),
  );
});

test("half-up and half-even do to a negative value what they do to its magnitude", () => {
  fc.assert(
    fc.property(
      exacts,
      places,
      fc.constantFrom<RoundingMode>("half-up", "half-even", "up", "down"),
      (value, digits, mode) => {
        expect(round(negate(value), digits, mode)).toEqual(negate(round(value, digits, mode)));
      },
    ),
  );
});

test.each(names)("%s sends every half where decimal.js does, of safe integers and beyond", (mode) => {
  const halves = fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }));
  fc.assert(
    fc.property(halves, (whole) => {
      const text = `${whole}.5`;
      const other = new Wide(text).toDecimalPlaces(0, modes[mode]);
      expect(formatDecimal(round(decimal(text), 0, mode))).toBe(other.toFixed().replace(/^-0$/, "0"));
    }),
  );
});

test("halves at the edge of safe integers go the right way", () => {
  expect(round(decimal("9007199254740.9905"), 3, "half-up")).toEqual(decimal("9007199254740.991"));
  expect(round(decimal("900719925474099.5"), 0, "half-even")).toEqual(decimal("900719925474100"));
  expect(round(decimal("9007199254740993.5"), 0, "half-even")).toEqual(decimal("9007199254740994"));
});

test("ceiling and floor stand around a value, one apart where it is not whole", () => {
  fc.assert(
    fc.property(exacts, (value) => {
      const [low, high] = [floor(value), ceiling(value)];
      expect(compare(low, value)).toBeLessThanOrEqual(0);
      expect(compare(value, high)).toBeLessThanOrEqual(0);
      expect(toInteger(subtract(high, low))).toBe(compare(low, value) === 0 ? 0n : 1n);
    }),
  );
});

test("a third is cut or lifted as the mode says", () => {
  const thirds = names.map((mode) => formatDecimal(divideRounded(decimal(-1), decimal(3), 2, mode)));
  expect(thirds).toEqual(["-0.33", "-0.33", "-0.34", "-0.33", "-0.33", "-0.34"]);
});

test("a quantity prints exactly within six decimals, else half-up to six", () => {
  expect(formatQuantity(decimal("0.1234560"))).toBe("0.123456");
  expect(formatQuantity(decimal("0.1234565"))).toBe("0.123457");
  expect(formatQuantity(fraction(-1, 6))).toBe("-0.166667");
  expect(formatQuantity(fraction(1, 30_000_000))).toBe("0");
});

test("places are whole and not negative", () => {
  expect(() => round(one, -1, "up")).toThrow("Places");
  expect(() => round(one, 0.5, "up")).toThrow("Places");
});
