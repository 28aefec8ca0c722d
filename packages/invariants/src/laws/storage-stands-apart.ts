import { sameLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { has, share } from "./classes.ts";
import { months } from "./months.ts";

export const storageStandsApart = law({
  id: "recording.storage-apart",
  suite: "recording",
  sentence: {
    en: "Storage of recordings is charged whatever allowance recording has",
    ja: "録音の保管は、録音の許容量にかかわらず課金される",
  },
  clauses: ["T-33"],
  given: months,
  requests: (month) => [
    month,
    { ...month, contract: { ...month.contract, allowances: [], plan: [{ model: "user-plus-usage" }] } },
  ],
  holds: (_month, [plain, other]) => sameLines(other, plain, ({ product }) => product === "recording-storage"),
  classes: {
    "with a recording": share(37, has("dev.flexbill.recording")),
  },
});
