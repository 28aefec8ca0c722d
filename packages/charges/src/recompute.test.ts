import { describe, expect, test } from "vitest";
import { ratio, readRatio, recompute, recomputeCharge, roundRatio } from "../../../tools/recompute.ts";
import { present, rated, used } from "../test/small-months.ts";

const invoice = rated({
  contract: {
    allowances: [{ product: "studio", quantity: "1", per: "user-month" }],
    tax: [{ name: "VAT", percent: "0.1" }],
  },
  events: [present("WKa", 3), used("studio", "engagement", "7", { user: "WKa" })],
  priceBook: [{ product: "studio", unit: "engagement", tiers: [{ upTo: "2", price: "0.015" }, { price: "0.01" }] }],
});

describe("computing an invoice again from its derivations", () => {
  test("finds nothing to say of what was rated", () => expect(recompute(invoice)).toEqual([]));

  test("finds any value that is changed, in any step of any charge", () => {
    // Usage inside an allowance is multiplied by nothing, so that its quantity cannot be told from the amount.
    for (const charge of invoice.charges.filter(({ kind }) => kind !== "included")) {
      for (const [index, step] of charge.derivation.entries()) {
        const derivation = charge.derivation.with(index, { ...step, value: "99.5" });
        const used = step.op !== "input" || charge.derivation.some(({ of }) => of?.includes(step.name));
        expect(recomputeCharge({ ...charge, derivation }).length > 0, `${charge.id} ${step.name}`).toBe(used);
      }
    }
  });

  test("finds a printed amount that no step gives", () => {
    const [charge] = invoice.charges;
    if (charge === undefined) throw new Error("There is a licence");
    expect(recomputeCharge({ ...charge, amount: { low: "3.00", high: "3.01" } })).toHaveLength(1);
    expect(recomputeCharge({ ...charge, amount: { low: "3.00", high: null } })).toHaveLength(1);
    expect(recomputeCharge({ ...charge, derivation: [] })).toHaveLength(2);
  });

  test("finds a step that names what is not there, and a name used twice", () => {
    const [charge] = invoice.charges;
    if (charge === undefined) throw new Error("There is a licence");
    expect(recomputeCharge({ ...charge, derivation: charge.derivation.slice(1) }).join()).toContain(
      "nothing to multiply",
    );
    expect(
      recomputeCharge({ ...charge, derivation: [...charge.derivation.slice(0, 1), ...charge.derivation] }).join(),
    ).toContain("twice");
  });

  test("rounds ties by the mode, on both sides of nothing", () => {
    const rounded = (text: string, mode: string) => roundRatio(readRatio(text), 1, mode);
    expect(rounded("0.25", "half-up")).toEqual(ratio(3n, 10n));
    expect(rounded("0.25", "half-even")).toEqual(ratio(2n, 10n));
    expect(rounded("-0.35", "half-up")).toEqual(ratio(-4n, 10n));
    expect(rounded("-0.45", "half-even")).toEqual(ratio(-4n, 10n));
    expect(rounded("1/3", "half-up")).toEqual(ratio(3n, 10n));
    expect(() => readRatio("1e3")).toThrow("exact");
  });
});
