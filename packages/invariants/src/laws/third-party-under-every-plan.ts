import { sameLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import type { PlanModel } from "../request.ts";
import { months } from "./months.ts";
import { dataOf } from "./rewriting.ts";

const models: readonly PlanModel[] = ["user-plus-usage", "active-user-hour", "named-user"];

export const thirdPartyUnderEveryPlan = law({
  id: "third-party.under-every-plan",
  suite: "third-party",
  sentence: {
    en: "The fees of a third party are the same under every plan and with every minimum",
    ja: "第三者の料金は、どのプランでも、どの最低利用額でも同じである",
  },
  clauses: ["T-35", "T-36"],
  given: months,
  requests: (month) =>
    models.map((model, index) => ({
      ...month,
      contract: {
        ...month.contract,
        plan: [{ model }],
        commitment: index === 0 ? null : { monthlyMinimum: "100000" },
      },
    })),
  holds: (_month, [plain, ...others]) =>
    others.flatMap((other) => sameLines(plain, other, ({ kind }) => kind === "third-party")),
  classes: {
    "with a fee": { of: (month) => dataOf(month, "dev.flexbill.fee").length > 0, atLeastPercent: 20 },
    "with a provider's message": {
      of: (month) => dataOf(month, "dev.flexbill.message").some(({ provider }) => provider !== null),
      atLeastPercent: 20,
    },
  },
});
