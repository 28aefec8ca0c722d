import { readDecimal, roundTo } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import type { Answer, AnswerLine, AnswerStep } from "../subject.ts";
import { correct, type Fault, text } from "./planting.ts";

/** The shortest explanation there is: the amount, rounded to what is printed. */
function explained(line: AnswerLine, shownAs: (amount: string) => string): AnswerLine {
  const stepsOf = (end: "low" | "high", amount: string | null): readonly AnswerStep[] =>
    amount === null
      ? []
      : [
          { name: `${end}-amount`, op: "input", value: shownAs(amount) },
          { name: end, op: "round", of: [`${end}-amount`], value: amount, places: 4, mode: "half-up" },
        ];
  return { ...line, derivation: [...stepsOf("low", line.amount.low), ...stepsOf("high", line.amount.high)] };
}

function explaining(id: string, sentence: string, shownAs: (amount: string) => string): Fault {
  const rate = (request: RatingRequest): Answer => {
    const answer = correct(request);
    return { ...answer, charges: (answer.charges ?? []).map((line) => explained(line, shownAs)) };
  };
  return { id, knownAs: [], sentence, rate };
}

/** Explanations that do not lead to what is charged; the charges themselves are right. */
export const explanationFaults: readonly Fault[] = [
  explaining(
    "explanation.whole-thousands",
    "An explanation shows an amount over a thousand without its cents",
    (amount) => (/^\d{4,}\./.test(amount) ? text(roundTo(readDecimal(amount), 0, "half-up")) : amount),
  ),
];
