import { type Month, month } from "@flexbill/kernel";
import { comparePlans, planVariants, rateVariant, type Variant, type Variants } from "@flexbill/reports";
import { type FlexEvent, type Metered, meter, parseEvent } from "@flexbill/usage";
import { contract, priceBook } from "../charges/month.ts";
import type { Suite } from "../suite.ts";

const users = Array.from({ length: 1000 }, (_, index) => `WK${String(index).padStart(32, "0")}`);
const months = Array.from({ length: 12 }, (_, index) => month(`2026-${String(index + 1).padStart(2, "0")}`));

/** Products that a plan includes, with known and unknown limits, and some that none includes. */
const used: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ["taskrouter", "task", {}],
  ["studio", "engagement", {}],
  ["programmable-voice-platform", "minute", {}],
  ["pstn-voice-inbound", "minute", { country: "US", numberType: "local" }],
];

function eventOf(type: string, id: string, data: object): FlexEvent {
  const envelope = {
    specversion: "1.0",
    id,
    source: "/bench",
    type: `dev.flexbill.${type}`,
    subject: contract.account,
  };
  const parsed = parseEvent({ ...envelope, data });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function* eventsOf(of: Month): Generator<FlexEvent> {
  for (const [index, user] of users.entries()) {
    yield eventOf("seat", `s${index}`, { user, start: "2025-01-01T00:00:00Z", end: null });
    const span = { start: `${of}-06T08:00:00Z`, end: `${of}-${String(8 + (index % 12)).padStart(2, "0")}T10:00:07Z` };
    yield eventOf("presence", `p${of}${index}`, { user, activity: "WA00000000000000000000000000000002", ...span });
    for (const [product, unit, dimensions] of used) {
      const quantity = String(40 + ((index * 37) % 200));
      const data = { product, unit, quantity, at: `${of}-10T10:00:00Z`, user, dimensions };
      yield eventOf("usage", `u${of}${index}-${product}`, data);
    }
  }
}

const variants = planVariants(contract, months);
/** One metering a month and contract: free hours of the contract are those of its own plan. */
const metered: readonly (readonly Metered[])[] = months.map((of) => {
  const events = [...eventsOf(of)];
  return variants.map((variant) => meter(events, { contract: variant.contract, month: of }));
});

function compareOnce(): string {
  const rated = variants.map((variant, at) => {
    const result = rateVariant(
      variant,
      metered.flatMap((all) => all[at] ?? []),
      { priceBook },
    );
    if (!result.ok) throw new Error("A month does not rate");
    return result.value;
  });
  const { plans } = comparePlans(rated as readonly Variant[] as Variants, { seatSwap: null, forgottenLogout: null });
  return plans.map(({ id, totals, losers }) => `${id} ${totals["USD"]?.low} ${losers.length}`).join(", ");
}

/** What a comparison costs from usage rows on: three plans rated over 12 months of 1,000 users, then compared. */
export const suite: Suite = {
  name: "compare",
  tasks: [
    {
      name: `compare ${variants.length} plans over ${months.length} months of ${users.length} users`,
      operations: variants.length * months.length,
      baseline: { name: "comparePlans", run: compareOnce, atMostMs: 3000 },
      others: [],
    },
  ],
};
