import type { ChargeKind } from "@flexbill/charges";

/** What the reports say in English; a key that another language lacks does not compile. */
export const wordsEn = {
  account: "Account",
  adjustments: "Adjustments",
  amount: "Amount",
  amountIn: "Amount ({currency})",
  and: ", ",
  andMore: "and {count} more like it",
  assumptions: "Assumptions where the terms are silent",
  assumptionDefault: "default",
  assumptionSet: "set by the contract",
  changeAllowance:
    "Another allowance in the contract, or less use by the users above theirs: nothing moves between users",
  changeAssumption: "The other reading of {key}",
  changeHours: "Time in any activity but the Logout Activity: breaks, wrap-up and forgotten logouts count",
  changeLate: "Events that arrive late",
  changeMissingPrice: "A price in the contract's overrides: without one there is no upper bound",
  changeOwnPrice: "A price of your own in the contract's overrides instead of the list price",
  changeSeats: "The number of users at the busiest instant of the month, committed users being the least",
  changeThirdParty: "Only the other company's own fee; no plan and no allowance touches it",
  changeUnknownLimit: "Knowing the allowance: ask Twilio and write it into the contract",
  changeUseCase: "Moving use that is no contact-centre use to a project of its own",
  clauses: "Clauses",
  clause: "Clause",
  colon: ": ",
  explainTitle: "Charge {id}",
  fromDate: "from {date}",
  howComputed: "How it is computed",
  inputs: "Inputs",
  issues: "To be looked at",
  line: "Line",
  matters: "Assumptions used",
  month: "Invoice for {month}",
  noUpperBound: "no upper bound",
  noPlan: "none in force",
  noPrice: "no price known",
  open: "open at {asOf}, later events may still come",
  otherCompanies: "Other companies",
  ownPrice: "the plan's own price",
  payee: "Payee",
  period: "Period",
  plan: "Plan",
  price: "Price",
  priceBook: "price book",
  priceOverride: "the contract's own prices",
  priceSource: "Where the price comes from",
  grade: "grade {grade}",
  gradeA: "Twilio's own text",
  gradeB: "a dated copy of a Twilio price page",
  gradeC: "a third party's article or file",
  seen: "seen {date}",
  quantity: "Quantity",
  rangeNote: "low – high: the first figure is certain, the second is the most that the line can come to",
  settling: "settling at {asOf}, late events may still come",
  terms: "{plan}, terms of {terms}",
  thirdPartyHead: "Other companies' fees",
  thirdPartyNote: "Passed on as they are: in no allowance, in no other line, never marked up",
  total: "Total {currency}",
  twilio: "Twilio",
  users: "Users",
  unattributed: "no user",
  user: "User",
  used: "On this line",
  allowance: "Allowance",
  over: "Over",
  whatIf: "What would change the amount",
  severityError: "error",
  severityInfo: "info",
  severityWarning: "warning",
} as const;

/** A sentence or word of the reports. */
export type Word = keyof typeof wordsEn;

/** The heading above the lines of a kind. */
export const kindsEn: Readonly<Record<ChargeKind, string>> = {
  license: "Plan fee",
  credit: "Free hours",
  included: "Included in the plan",
  overage: "Above the allowance, or allowance not known",
  usage: "Not part of the plan",
  "third-party": "Other companies' fees",
  surcharge: "Surcharges that may come",
  breach: "Use that is no contact-centre use, may be charged",
  commitment: "Monthly minimum",
  support: "Support plan",
  adjustment: "Adjustments",
  tax: "Tax",
};

/** Plans by the name that Twilio sells them under. */
export const plansEn = {
  "active-user-hour": "Active User Hour",
  "named-user": "Named User",
  "user-plus-usage": "User + Usage",
};

/** Units after a quantity. */
export const unitsEn: Readonly<Record<string, string | readonly [one: string, many: string]>> = {
  action: ["action", "actions"],
  adjustment: ["adjustment", "adjustments"],
  engagement: ["engagement", "engagements"],
  fee: ["fee", "fees"],
  "gb-month": ["GB month", "GB months"],
  hour: "h",
  invocation: ["invocation", "invocations"],
  license: ["licence", "licences"],
  message: ["message", "messages"],
  minute: "min",
  month: ["month", "months"],
  number: ["number", "numbers"],
  "participant-minute": "participant min",
  recognition: ["recognition", "recognitions"],
  request: ["request", "requests"],
  segment: ["segment", "segments"],
  session: ["session", "sessions"],
  task: ["task", "tasks"],
  user: ["user", "users"],
};

/** Lines that are no product. */
export const lineNamesEn = {
  adjustment: "Adjustment",
  "monthly-minimum": "Up to the agreed monthly minimum",
  "support-plan": "Support plan",
  tax: "Tax",
};
