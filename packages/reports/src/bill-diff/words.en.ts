/** What the change of a bill says in English. */
export const diffWordsEn = {
  title: "Bill of {now} against {before}",
  contracts: "Bill of {month} under the changed contract",
  currency: "Currency",
  before: "Before",
  now: "Now",
  difference: "Difference",
  cause: "Why",
  line: "Line",
  clauses: "Clauses",
  nothing: "Nothing changed",
  none: "–",
  noUpperBound: "no upper bound",
  ends: "Two figures with / are the change of the lower ends and of the upper ends",
  unknown: "not known",
  andMore: "and {count} more",
  price: "Price",
  quantity: "Quantity",
  users: "Users",
  mix: "Mix of rates and tiers",
  allowance: "Allowance",
  plan: "Plan",
  new: "New lines",
  gone: "Lines that are gone",
  follows: "Tax, support plan and minimum, which follow the rest",
} as const;

/** A sentence or word of a change. */
export type DiffWord = keyof typeof diffWordsEn;
