import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { people } from "../generators/small-months.ts";
import { law } from "../law.ts";
import { greatest, minus, nothing, readDecimal, total } from "../plain-rater/fraction.ts";
import { functionMonths } from "./months.ts";
import { dataOf } from "./rewriting.ts";

export const nothingMovesBetweenUsers = law({
  id: "allowances.nothing-moves",
  suite: "allowances",
  sentence: {
    en: "Each user's excess counts and nobody's slack does",
    ja: "利用者ごとの超過を数え、他人の余りを融通しない",
  },
  clauses: ["T-43"],
  neutral: true,
  given: functionMonths,
  requests: (month) => [month],
  holds: (month, [answer]) => {
    const seated = new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user));
    const each = readDecimal(month.contract.allowances?.[0]?.quantity ?? "0");
    const excess = people.map((user) => {
      const theirs = dataOf(month, "dev.flexbill.usage").filter((used) => used.user === user);
      const used = total(theirs.map(({ quantity }) => readDecimal(quantity)));
      return greatest(nothing, minus(used, seated.has(user) ? each : nothing));
    });
    const lines = linesOf(answer, ({ kind }) => kind === "overage");
    return sameNumber("overage/functions quantity", total(excess), sumOfLines(lines).quantity);
  },
  classes: { "with a seat": { of: (month) => dataOf(month, "dev.flexbill.seat").length > 0, atLeastPercent: 30 } },
});
