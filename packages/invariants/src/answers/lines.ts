import type { Finding } from "../law.ts";
import {
  compare,
  type Fraction,
  minus,
  nothing,
  plus,
  printPlaces,
  readDecimal,
  roundTo,
} from "../plain-rater/fraction.ts";
import type { Answer, AnswerLine } from "../subject.ts";

type Which = (line: AnswerLine) => boolean;
type Range = AnswerLine["amount"];

/** The lines of an answer, all or those that `which` names. */
export function linesOf(answer: Answer | undefined, which: Which = () => true): readonly AnswerLine[] {
  return (answer?.charges ?? []).filter(which);
}

export function nameOf({ kind, product, rate, currency }: AnswerLine): string {
  return [kind, product, ...(rate === "" ? [] : [rate]), currency].join("/");
}

/** What is known of many lines together: lows and highs added; one unknown high leaves the sum unknown. */
export function sumOfLines(lines: readonly AnswerLine[]): { low: Fraction; high: Fraction | null; quantity: Fraction } {
  let [low, high, quantity]: [Fraction, Fraction | null, Fraction] = [nothing, nothing, nothing];
  for (const line of lines) {
    low = plus(low, readDecimal(line.amount.low));
    high = high === null || line.amount.high === null ? null : plus(high, readDecimal(line.amount.high));
    quantity = plus(quantity, readDecimal(line.quantity));
  }
  return { low, high, quantity };
}

/** Nothing where the two are the same number, however it is written. */
export function sameNumber(line: string, expected: Fraction | null, actual: Fraction | null): readonly Finding[] {
  if (expected === null || actual === null) {
    return expected === actual ? [] : [{ line, expected: textOf(expected), actual: textOf(actual) }];
  }
  if (compare(expected, actual) === 0) return [];
  return [{ line, expected: textOf(expected), actual: textOf(actual), difference: textOf(minus(actual, expected)) }];
}

/** Nothing where `least` is not above `most`; an unknown number is above nothing and below nothing. */
export function notAbove(line: string, least: Fraction | null, most: Fraction | null): readonly Finding[] {
  if (least === null || most === null || compare(least, most) <= 0) return [];
  const difference = textOf(minus(least, most));
  return [{ line, expected: `at most ${textOf(most)}`, actual: textOf(least), difference }];
}

export function textOf(number: Fraction | null): string {
  if (number === null) return "unknown";
  const text = printPlaces(roundTo(number, 9, "half-up"), 9).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

function sameRange(line: string, expected: Range, actual: Range): readonly Finding[] {
  const high = (range: Range) => (range.high === null ? null : readDecimal(range.high));
  return [
    ...sameNumber(`${line} low`, readDecimal(expected.low), readDecimal(actual.low)),
    ...sameNumber(`${line} high`, high(expected), high(actual)),
  ];
}

const none: Range = { low: "0", high: "0" };

/** How the lines of an answer differ from those of another, by quantity and amount; a missing line is zero. */
export function sameLines(expected: Answer | undefined, actual: Answer | undefined, which?: Which): readonly Finding[] {
  const wanted = new Map(linesOf(expected, which).map((line) => [nameOf(line), line]));
  const given = new Map(linesOf(actual, which).map((line) => [nameOf(line), line]));
  return [...new Set([...wanted.keys(), ...given.keys()])].flatMap((name) => {
    const [one, other] = [wanted.get(name), given.get(name)];
    const quantities = [one?.quantity ?? "0", other?.quantity ?? "0"] as const;
    return [
      ...sameNumber(`${name} quantity`, readDecimal(quantities[0]), readDecimal(quantities[1])),
      ...sameRange(name, one?.amount ?? none, other?.amount ?? none),
    ];
  });
}

/** Lines and totals alike. */
export function sameAnswer(expected: Answer | undefined, actual: Answer | undefined): readonly Finding[] {
  const currencies = new Set([...Object.keys(expected?.totals ?? {}), ...Object.keys(actual?.totals ?? {})]);
  const totals = [...currencies].flatMap((currency) =>
    sameRange(`total ${currency}`, expected?.totals?.[currency] ?? none, actual?.totals?.[currency] ?? none),
  );
  return [...sameLines(expected, actual), ...totals];
}

export function raises(answer: Answer | undefined, code: string): boolean {
  return (answer?.issues ?? []).some((issue) => issue.code === code);
}

/** Nothing where the answer raises the issue exactly if it should. */
export function raisesJustIf(answer: Answer | undefined, code: string, due: boolean): readonly Finding[] {
  if (raises(answer, code) === due) return [];
  return [{ line: `issue ${code}`, expected: due ? "raised" : "not raised", actual: due ? "not raised" : "raised" }];
}
