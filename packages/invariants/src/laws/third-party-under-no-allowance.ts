import { sameLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { has, share } from "./classes.ts";
import { months } from "./months.ts";

export const thirdPartyUnderNoAllowance = law({
  id: "third-party.under-no-allowance",
  suite: "third-party",
  sentence: {
    en: "No allowance touches the fees of a third party",
    ja: "許容量は第三者の料金に影響しない",
  },
  clauses: ["T-35", "T-36"],
  given: months,
  requests: (month) => [month, { ...month, contract: { ...month.contract, allowances: [] } }],
  holds: (_month, [plain, without]) => sameLines(plain, without, ({ kind }) => kind === "third-party"),
  classes: {
    "with a fee": share(34, has("dev.flexbill.fee")),
    "with an allowance": share(74, ({ contract }) => (contract.allowances ?? []).length > 0),
  },
});
