import { isStandard } from "@flexbill/products";
import { type Assumptions, allowanceInForce } from "@flexbill/terms";
import type { LineGroup } from "./month-lines.ts";
import type { RatedMonth } from "./rated-month.ts";
import { pstnVoice } from "./usage.ts";

/** Another value of one assumption, and the groups of lines whose money it could move. */
export interface Flip {
  readonly key: keyof Assumptions;
  readonly flipped: (assumptions: Assumptions) => Assumptions;
  readonly reaches: (month: RatedMonth, group: LineGroup, assumptions: Assumptions) => boolean;
}

const included = (month: RatedMonth, { product }: LineGroup): boolean => month.fairUsage && isStandard(product);

const allowanceOf = (month: RatedMonth, group: LineGroup) =>
  included(month, group) ? allowanceInForce(month.contract, group.product, month.month) : undefined;

const hasNobodys = (month: RatedMonth, { product }: LineGroup): boolean =>
  (month.rows.get(product) ?? []).some((row) => row.user === null);

const hasFreeUnits = (month: RatedMonth, { product }: LineGroup): boolean =>
  month.pricing.entriesOf(product).some((entry) => entry.free !== undefined);

const hasTiers = (month: RatedMonth, { product }: LineGroup): boolean =>
  month.pricing.entriesOf(product).some((entry) => entry.tiers !== undefined);

/** Each assumption that has two values and acts in rating, with a cheap test of where it can act at all. */
export const flips: readonly Flip[] = [
  {
    key: "limits.pooling",
    flipped: (now) => ({ ...now, "limits.pooling": other(now["limits.pooling"], "strict-per-user", "project-pool") }),
    reaches: (month, group) =>
      allowanceOf(month, group)?.per === "user-month" || allowanceOf(month, group)?.per === "active-hour",
  },
  {
    key: "limits.unattributed",
    flipped: (now) => ({
      ...now,
      "limits.unattributed": other(now["limits.unattributed"], "separate-bucket", "ignore"),
    }),
    reaches: (month, group) => allowanceOf(month, group) !== undefined && hasNobodys(month, group),
  },
  {
    key: "overage.priceBook",
    flipped: (now) => ({ ...now, "overage.priceBook": other(now["overage.priceBook"], "contract", "list") }),
    reaches: (month, group) => included(month, group) && month.pricing.overridesOf(group.product).length > 0,
  },
  {
    key: "overage.tierStart",
    flipped: (now) => ({ ...now, "overage.tierStart": other(now["overage.tierStart"], "zero", "after-allowance") }),
    reaches: (month, group, now) =>
      allowanceOf(month, group) !== undefined &&
      (hasTiers(month, group) || (now["overage.freeUnits"] && hasFreeUnits(month, group))),
  },
  {
    key: "overage.freeUnits",
    flipped: (now) => ({ ...now, "overage.freeUnits": !now["overage.freeUnits"] }),
    reaches: (month, group) => included(month, group) && hasFreeUnits(month, group),
  },
  {
    key: "voice.connectivityPrice",
    flipped: (now) => ({
      ...now,
      "voice.connectivityPrice": other(now["voice.connectivityPrice"], "range", "bundled"),
    }),
    reaches: (month, group) => month.fairUsage && pstnVoice.has(group.product),
  },
  {
    key: "named.method",
    flipped: (now) => ({ ...now, "named.method": other(now["named.method"], "peak", "distinct") }),
    reaches: (month, group) => month.plan?.model === "named-user" && group.product === "",
  },
  {
    key: "rounding.mode",
    flipped: (now) => ({ ...now, "rounding.mode": other(now["rounding.mode"], "half-up", "half-even") }),
    reaches: () => true,
  },
];

function other<T>(now: T, one: T, two: T): T {
  return now === one ? two : one;
}
