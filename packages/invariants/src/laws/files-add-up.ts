import { linesOf, sameNumber, sumOfLines } from "../answers/lines.ts";
import { law } from "../law.ts";
import { nothing, total } from "../plain-rater/fraction.ts";
import type { Answer } from "../subject.ts";
import { widgetMonths } from "./months.ts";
import { withEvents } from "./rewriting.ts";

const used = (answer: Answer | undefined) =>
  sumOfLines(linesOf(answer, ({ product }) => product === "widgets")).quantity;

export const filesAddUp = law({
  id: "conservation.files",
  suite: "conservation",
  sentence: {
    en: "What two files tell apart adds up to what they tell together",
    ja: "二つのファイルの使用量の和は、まとめて読んだ使用量に等しい",
  },
  neutral: true,
  given: widgetMonths,
  requests: (month) => {
    const half = Math.floor(month.events.length / 2);
    return [
      month,
      withEvents(month, (events) => events.slice(0, half)),
      withEvents(month, (events) => events.slice(half)),
    ];
  },
  holds: (_month, [together, ...apart]) =>
    sameNumber("usage/widgets quantity", total(apart.map(used)), together === undefined ? nothing : used(together)),
  classes: { "with two files": { of: (month) => month.events.length >= 2, atLeastPercent: 40 } },
});
