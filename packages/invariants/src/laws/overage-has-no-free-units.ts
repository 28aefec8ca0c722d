import fc from "fast-check";
import { sameLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { overAnAllowance, share } from "./classes.ts";
import { fairMonths } from "./rewriting.ts";

export const overageHasNoFreeUnits = law({
  id: "allowances.no-free-units",
  suite: "allowances",
  sentence: {
    en: "Free units of the list price are not given a second time above the allowance",
    ja: "定価の無料枠は、許容量の超過分には適用されない",
  },
  clauses: ["T-43"],
  given: fairMonths({
    prices: fc.constant([{ product: "functions", unit: "invocation", price: "0.25", free: "100" }]),
  }),
  requests: (month) => [month, { ...month, priceBook: [{ product: "functions", unit: "invocation", price: "0.25" }] }],
  holds: (_month, [withFree, without]) => sameLines(without, withFree, ({ kind }) => kind === "overage"),
  classes: {
    "over an allowance": share(32, overAnAllowance),
  },
});
