import { rate } from "@flexbill/charges";
import type { Suite } from "../suite.ts";
import { contract, metered, priceBook } from "./month.ts";

const rows = metered.rows.length;
const times = 10;

function rateOnce(): string {
  const result = rate(metered, { contract, priceBook });
  if (!result.ok) throw new Error("The month does not rate");
  const { charges, totals } = result.value;
  return `${charges.length} ${charges.reduce((sum, { users }) => sum + users.length, 0)} ${totals["USD"]?.low}`;
}

/** Ratings come in many: a run is ten of them. */
function rateMany(): string {
  return Array.from({ length: times }, rateOnce).at(-1) ?? "";
}

/** What rating costs from usage rows on, users and derivations included: at most 3 ms for 1,000 rows. */
export const suite: Suite = {
  name: "charges",
  tasks: [
    {
      name: `rate ${rows} usage rows, ${times} times`,
      operations: rows * times,
      baseline: { name: "rate", run: rateMany, atMostMs: (3 * rows * times) / 1000 },
      others: [],
    },
  ],
};
