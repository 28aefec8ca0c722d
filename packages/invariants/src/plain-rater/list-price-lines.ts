import type { Line } from "./charge-lines.ts";
import { type Fraction, fraction, nothing } from "./fraction.ts";
import type { MonthContext } from "./month-context.ts";
import { type FoundPrice, priceUnits } from "./price-finding.ts";
import { groupByPrice, lineOf, type PricedGroup } from "./priced-groups.ts";
import type { UsageRow } from "./usage-row.ts";

function withFree({ entry }: FoundPrice, quantity: Fraction) {
  return priceUnits(entry, fraction(0n), quantity, true);
}

/** Section 4, `usage`: at list price with the entry's free units. */
export function usageLines(rows: readonly UsageRow[], context: MonthContext): readonly Line[] {
  return groupByPrice(rows, context).map((group) =>
    lineOf("usage", group, context, { certain: !isBundledVoice(group, context), price: withFree }),
  );
}

/** Section 5, `voice.connectivityPrice`: the book's price of a PSTN minute is a bundled one. */
function isBundledVoice({ product, found }: PricedGroup, context: MonthContext): boolean {
  const open = context.fairUsage && context.assumption("voice.connectivityPrice") === "range";
  return open && product.startsWith("pstn-voice-") && found?.list === "book";
}

/** Section 4, `third-party`: carriers by the price book, everyone else as given. */
export function thirdPartyLines(rows: readonly UsageRow[], context: MonthContext): readonly Line[] {
  const carriers = groupByPrice(
    rows.filter(({ product }) => product === "carrier-fee"),
    context,
  );
  return [
    ...carriers.map((group) => lineOf("third-party", group, context, { certain: true, price: withFree })),
    ...rows.flatMap(feeLine),
  ];
}

function feeLine({ product, unit, quantity, dimensions, fees }: UsageRow): readonly Line[] {
  if (!fees) return [];
  const { provider = "", currency = "" } = Object.fromEntries(dimensions);
  const high = fees.oneUnknown ? null : fees.known;
  return [{ kind: "third-party", product, rate: provider, currency, unit, quantity, low: fees.known, high }];
}

/** Section 4, `surcharge`: SIP minutes to or from another carrier. */
export function surchargeLines(rows: readonly UsageRow[], context: MonthContext): readonly Line[] {
  const routed = rows.filter(
    ({ product, dimensions }) =>
      product === "sip-interface" &&
      dimensions.some(([key, value]) => key === "peer" && value === "third-party-carrier"),
  );
  if (routed.length > 0) context.issues.add("sip.carrier-route");
  const asSurcharge = routed.map((row) => ({ ...row, product: "sip-third-party-pstn" }));
  const price = ({ entry }: FoundPrice, quantity: Fraction) => priceUnits(entry, nothing, quantity, false);
  return groupByPrice(asSurcharge, context).map((group) =>
    lineOf("surcharge", group, context, { certain: false, price }),
  );
}
