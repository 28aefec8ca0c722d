import { linesOf, nameOf, sameNumber } from "../answers/lines.ts";
import { recomputed } from "../answers/recomputed.ts";
import { law } from "../law.ts";
import { readDecimal } from "../plain-rater/fraction.ts";
import type { AnswerLine } from "../subject.ts";
import { events, share } from "./classes.ts";
import { months } from "./months.ts";

const isExplained = ({ derivation }: AnswerLine): boolean => derivation !== undefined;

export const explanationRecomputes = law({
  id: "explanation.recomputes",
  suite: "explanation",
  sentence: {
    en: "The steps that explain a line follow from one another and end at its amount",
    ja: "明細を説明する各段階は互いに導かれ、その金額に至る",
  },
  needs: ["derivation"],
  given: months,
  requests: (month) => [{ ...month }],
  silent: ([answer]) => !linesOf(answer).some(isExplained),
  holds: (_month, [answer]) =>
    linesOf(answer, isExplained).flatMap((line) => {
      const name = nameOf(line);
      const { ends, findings } = recomputed(name, line.derivation ?? []);
      const { low, high } = line.amount;
      return [
        ...findings,
        ...sameNumber(`${name} low, by its steps`, ends.low, readDecimal(low)),
        ...sameNumber(`${name} high, by its steps`, ends.high, high === null ? null : readDecimal(high)),
      ];
    }),
  classes: {
    "with several events": share(73, events(3)),
    "with a tax": share(64, ({ contract }) => (contract.tax ?? []).length > 0),
  },
});
