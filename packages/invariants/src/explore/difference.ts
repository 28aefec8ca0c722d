import { linesOf, nameOf, sameAnswer, sumOfLines, textOf } from "../answers/lines.ts";
import { billingMonths } from "../generators/months.ts";
import { type Law, law } from "../law.ts";
import { compare, type Fraction, greatest, minus, nothing, plus } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import type { Answer } from "../subject.ts";

/** A rater that answers at once, which another is compared with. */
export type Reference = (request: RatingRequest) => Answer;

/** The law that an exploration searches the worst break of: a rater answers as the reference does. */
export function differenceLaw(reference: Reference): Law<RatingRequest> {
  return law<RatingRequest>({
    id: "explore.difference",
    suite: "explore",
    sentence: { en: "Two raters answer alike", ja: "2つの計算機の答えは同じである" },
    given: billingMonths("given"),
    requests: (month) => [month],
    holds: (month, [answer]) => sameAnswer(reference(month), answer),
  });
}

/** How far apart two answers are, in the currency in which they are furthest. */
export interface Distance {
  readonly amount: Fraction;
  readonly currency: string;
}

/** Nothing apart, in no currency. */
export const together: Distance = { amount: nothing, currency: "" };

/**
 * Adds up, for each currency, by how much each line is off: its low or its high, whichever is further. Where only one of
 * two highs is known, the lows alone are compared, since the distance of the highs is not known either.
 */
export function distanceBetween(expected: Answer, actual: Answer): Distance {
  const [wanted, given] = [expected, actual].map((answer) => Map.groupBy(linesOf(answer), nameOf));
  const byCurrency = new Map<string, Fraction>();
  for (const name of new Set([...(wanted?.keys() ?? []), ...(given?.keys() ?? [])])) {
    const [one, other] = [sumOfLines(wanted?.get(name) ?? []), sumOfLines(given?.get(name) ?? [])];
    const lows = apart(one.low, other.low);
    const highs = one.high === null || other.high === null ? nothing : apart(one.high, other.high);
    const currency = name.slice(name.lastIndexOf("/") + 1);
    byCurrency.set(currency, plus(byCurrency.get(currency) ?? nothing, greatest(lows, highs)));
  }
  return [...byCurrency].map(([currency, amount]) => ({ amount, currency })).reduce(further, together);
}

export const further = (one: Distance, other: Distance): Distance =>
  compare(one.amount, other.amount) >= 0 ? one : other;

/** The distance as a person reads it, such as `12.5 USD`. */
export const distanceText = ({ amount, currency }: Distance): string => `${textOf(amount)} ${currency}`;

function apart(one: Fraction, other: Fraction): Fraction {
  return compare(one, other) >= 0 ? minus(one, other) : minus(other, one);
}
