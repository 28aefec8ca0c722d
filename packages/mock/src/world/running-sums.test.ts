import { add, type Decimal, decimal, equals, zero } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Figures } from "./figures.ts";
import { createRunningSums } from "./running-sums.ts";

const amounts = fc.oneof(
  fc.integer({ min: -5, max: 1_000_000 }).map((units) => decimal(`${units}e-4`)),
  fc.constantFrom(decimal("0.000000000000000001"), decimal("12345678901234567890.5")),
);
const gains = fc.array(
  fc.dictionary(fc.constantFrom("sms", "calls", "totalprice"), fc.tuple(amounts, amounts, fc.boolean()), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  { minLength: 1, maxLength: 12 },
);

test("what any run of steps came to is the sum of its steps, before and after the sums are packed", () => {
  fc.assert(
    fc.property(gains, fc.nat(12), fc.nat(12), (steps, one, other) => {
      const sums = createRunningSums();
      for (const step of steps) sums.push(new Map(Object.entries(step).map(([name, each]) => [name, figures(each)])));
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      for (const category of ["sms", "calls", "totalprice", "never"]) {
        const inside = steps.slice(from, to + 1).flatMap((step) => (step[category] ? [step[category]] : []));
        const wanted = inside.map(figures);
        const total = (of: (each: Figures) => Decimal) => wanted.reduce((sum, each) => add(sum, of(each)), zero);
        const check = () => {
          const { usage, count, prices } = sums.between(category, from, to);
          expect(
            equals(
              usage,
              total((each) => each.usage),
            ),
          ).toBe(true);
          expect(
            equals(
              count,
              total((each) => each.count),
            ),
          ).toBe(true);
          expect(
            equals(
              prices["USD"] ?? zero,
              total((each) => each.prices["USD"] ?? zero),
            ),
          ).toBe(true);
        };
        check();
        sums.seal();
        check();
      }
    }),
  );
});

/** The count is the usage itself where everything counts as much as it uses. */
function figures([usage, price, isCounted]: readonly [Decimal, Decimal, boolean]): Figures {
  return { usage, count: isCounted ? decimal(1) : usage, prices: { USD: price } };
}
