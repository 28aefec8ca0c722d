import { type Fraction, nothing, plus, printPlaces, readDecimal, roundTo } from "../plain-rater/fraction.ts";
import { plainRate } from "../plain-rater/plain-rate.ts";
import type { Contract, Event, EventOf, PriceEntry, RatingRequest } from "../request.ts";
import type { Answer, AnswerLine } from "../subject.ts";
import { isSameDocument } from "./same-document.ts";

/** A rater with one thing wrong: for showing what a law finds, and for the scorecard. */
export interface Fault {
  readonly id: string;
  /** Public faults of billing engines that it restates (KF numbers); none for a mutant of our own. */
  readonly knownAs: readonly string[];
  readonly sentence: string;
  readonly rate: (request: RatingRequest) => Answer;
  /** The same answer, for whoever has the right one already: most months are rated rightly, and need not be again. */
  readonly rateKnowing?: (request: RatingRequest, right: () => Answer) => Answer;
}

/** The plain rater without a published price list: what every fault is planted in. */
export function correct(request: RatingRequest): Answer {
  return plainRate(request, new Map());
}

interface Planted {
  /** What the faulty rater takes the request for. */
  readonly asked?: (request: RatingRequest) => RatingRequest;
  /** What it makes of the right answer. */
  readonly answered?: (answer: Answer, request: RatingRequest) => Answer;
}

/** `knownAs` is a list of KF numbers parted by spaces. */
export function plant(id: string, knownAs: string, sentence: string, { asked, answered }: Planted): Fault {
  const rateKnowing = (request: RatingRequest, right: () => Answer): Answer => {
    const taken = asked?.(request) ?? request;
    const answer = isSameDocument(taken, request) ? right() : correct(taken);
    return answered?.(answer, request) ?? answer;
  };
  const rate = (request: RatingRequest): Answer => rateKnowing(request, () => correct(request));
  return { id, knownAs: knownAs === "" ? [] : knownAs.split(" "), sentence, rate, rateKnowing };
}

export function withContract(change: (contract: Contract, request: RatingRequest) => Partial<Contract>) {
  return (request: RatingRequest): RatingRequest => ({
    ...request,
    contract: { ...request.contract, ...change(request.contract, request) },
  });
}

export function assuming(key: string, value: string | boolean) {
  return withContract(({ assumptions }) => ({ assumptions: { ...assumptions, [key]: value } }));
}

export function withAllEvents(change: (events: readonly Event[], request: RatingRequest) => readonly Event[]) {
  return (request: RatingRequest): RatingRequest => ({ ...request, events: change(request.events, request) });
}

/** Each event of a type with other data, or left out where there is none. */
export function withData<Name extends Event["type"]>(
  type: Name,
  change: (data: EventOf<Name>["data"], request: RatingRequest, index: number) => object | undefined,
) {
  return withAllEvents((events, request) =>
    events.flatMap((event, index) => {
      if (event.type !== type) return [event];
      const data = change(event.data as EventOf<Name>["data"], request, index);
      return data === undefined ? [] : [{ ...event, data } as Event];
    }),
  );
}

/** Every price, of the contract's list and the book's alike. */
export function withPrices(change: (entry: PriceEntry, request: RatingRequest) => PriceEntry) {
  return (request: RatingRequest): RatingRequest => {
    const { contract, priceBook } = request;
    const changed = (entries: readonly PriceEntry[]) => entries.map((entry) => change(entry, request));
    const overrides = changed(contract.prices?.overrides ?? []);
    return {
      ...request,
      contract: { ...contract, prices: { ...contract.prices, overrides } },
      ...(typeof priceBook === "object" ? { priceBook: changed(priceBook) } : {}),
    };
  };
}

/** Other lines, or none, with the totals that go with them. */
export function withLines(change: (line: AnswerLine, request: RatingRequest) => AnswerLine | undefined) {
  return (answer: Answer, request: RatingRequest): Answer => {
    const charges = (answer.charges ?? []).flatMap((line) => change(line, request) ?? []);
    return { ...answer, charges, totals: totalsOf(charges) };
  };
}

export function totalsOf(lines: readonly AnswerLine[]): NonNullable<Answer["totals"]> {
  const currencies = [...new Set(lines.map(({ currency }) => currency))];
  return Object.fromEntries(
    currencies.map((currency) => {
      const theirs = lines.filter((line) => line.currency === currency).map(({ amount }) => amount);
      const open = theirs.some(({ high }) => high === null);
      const low = sum(theirs.map((amount) => amount.low));
      return [currency, { low: text(low), high: open ? null : text(sum(theirs.map(({ high }) => high ?? "0"))) }];
    }),
  );
}

export function sum(decimals: readonly string[]): Fraction {
  return decimals.map(readDecimal).reduce(plus, nothing);
}

/** With nine places at most, which is enough for every amount and quantity that faults make. */
export function text(number: Fraction): string {
  const digits = printPlaces(roundTo(number, 9, "half-up"), 9).replace(/\.?0+$/, "");
  return digits === "-0" ? "0" : digits;
}

/** A line that costs nothing. */
export function free(line: AnswerLine): AnswerLine {
  return { ...line, amount: { low: "0", high: "0" } };
}

export function isFair({ contract, month }: RatingRequest): boolean {
  const begun = (contract.plan ?? []).filter(({ from }) => (from ?? "") <= `${month}-01`);
  return begun.some(({ model }) => model !== "user-plus-usage");
}
