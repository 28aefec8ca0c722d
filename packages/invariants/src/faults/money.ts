import {
  compare,
  fraction,
  greatest,
  isPositive,
  minus,
  nothing,
  plus,
  readDecimal,
  roundTo,
  times,
} from "../plain-rater/fraction.ts";
import type { Event, PriceEntry, RatingRequest } from "../request.ts";
import type { AnswerLine } from "../subject.ts";
import {
  assuming,
  type Fault,
  plant,
  sum,
  text,
  totalsOf,
  withAllEvents,
  withContract,
  withData,
  withLines,
  withPrices,
} from "./planting.ts";

function usedOf({ product }: Pick<PriceEntry, "product">, { events }: RatingRequest) {
  return sum(
    events.flatMap((event) =>
      event.type === "dev.flexbill.usage" && event.data.product === product ? [event.data.quantity] : [],
    ),
  );
}

/** Every unit at the price of the tier that the quantity reaches. */
function volume(entry: PriceEntry, request: RatingRequest): PriceEntry {
  const used = usedOf(entry, request);
  const reached = entry.tiers?.find(({ upTo }) => upTo === undefined || compare(used, readDecimal(upTo)) <= 0);
  const { tiers: _tiers, ...rest } = entry;
  return reached === undefined || !isPositive(used) ? entry : { ...rest, price: reached.price };
}

/** `first ≤ q ≤ next first − 1`: what lies between the two matches no tier. */
function gapped(entry: PriceEntry, request: RatingRequest): PriceEntry {
  const used = usedOf(entry, request);
  const between = entry.tiers?.some(
    ({ upTo }) =>
      upTo !== undefined &&
      compare(used, readDecimal(upTo)) > 0 &&
      compare(used, plus(readDecimal(upTo), readDecimal("1"))) < 0,
  );
  return between === true ? { ...entry, tiers: [{ price: "0" }] } : entry;
}

const priceOf = (entry: PriceEntry, change: (price: string) => string): PriceEntry =>
  entry.price === undefined ? entry : { ...entry, price: change(entry.price) };
const cents = (price: string) =>
  compare(readDecimal(price), readDecimal("0.01")) < 0 ? text(roundTo(readDecimal(price), 2, "half-up")) : price;

function perYear(price: string): string {
  const year = roundTo(times(readDecimal(price), readDecimal("12")), 0, "half-up");
  return text(roundTo(times(year, fraction(1n, 12n)), 2, "half-up"));
}

function inFloats(line: AnswerLine, { priceBook }: RatingRequest): AnswerLine {
  const entry = typeof priceBook === "object" ? priceBook.find(({ product }) => product === line.product) : undefined;
  if (line.kind !== "usage" || line.rate !== "" || entry?.price === undefined || line.currency !== "USD") return line;
  if (entry.free !== undefined || entry.match !== undefined) return line;
  const amount = text(readDecimal((Math.round(Number(line.quantity) * Number(entry.price) * 100) / 100).toFixed(2)));
  return { ...line, amount: { low: amount, high: amount } };
}

const begunBy = ({ month }: RatingRequest, from = "") => from.slice(0, 7) <= month;

/** The plan that begins last by the month's end, where it is one of named users. */
const latestPlan = withContract(({ plan = [] }, request) => {
  const [latest] = [...plan]
    .filter(({ from }) => begunBy(request, from))
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1));
  if (latest?.model !== "named-user") return {};
  const { from: _from, ...entry } = latest;
  return { plan: [entry] };
});

const todaysPrices = withPrices((entry, { month }) =>
  entry.match === undefined && entry.tiers === undefined && (entry.from ?? "") > `${month}-01`
    ? { ...entry, from: `${month}-01` }
    : entry,
);

const isFee = ({ product }: AnswerLine): boolean => product.startsWith("third-party-");

function usageAs(change: (quantity: string) => string) {
  return withData("dev.flexbill.usage", (data) => ({ ...data, quantity: change(data.quantity) }));
}

/** Usage of a product beyond five hundred in all is what goes beyond, told with its first event. */
function wrapped(request: RatingRequest): RatingRequest {
  const told = new Set<string>();
  const events = request.events.flatMap((event): readonly Event[] => {
    if (event.type !== "dev.flexbill.usage") return [event];
    const left = minus(usedOf(event.data, request), readDecimal("500"));
    if (!isPositive(left)) return [event];
    const first = !told.has(event.data.product);
    told.add(event.data.product);
    return first ? [{ ...event, data: { ...event.data, quantity: text(left) } }] : [];
  });
  return { ...request, events };
}

const isRollUp = ({ kind, rate }: AnswerLine): boolean => kind === "usage" && rate === "";

function rolledUp(line: AnswerLine, lines: readonly AnswerLine[]): AnswerLine {
  const alike = lines.filter(
    ({ kind, product, currency }) => kind === "usage" && product === line.product && currency === line.currency,
  );
  return { ...line, quantity: text(sum(alike.map(({ quantity }) => quantity))) };
}

function refunded(lines: readonly AnswerLine[], { contract }: RatingRequest): readonly AnswerLine[] {
  const { commitment, currency } = contract;
  if (!commitment || lines.some(({ kind }) => kind === "commitment")) return [];
  const billed = lines.filter((line) => line.currency === currency).map(({ amount }) => amount.low);
  const low = text(minus(nothing, greatest(nothing, minus(sum(billed), readDecimal(commitment.monthlyMinimum)))));
  const amount = { low, high: low };
  return [{ kind: "commitment", product: "monthly-minimum", rate: "", currency, quantity: "1", amount }];
}

const phantom = {
  specversion: "1.0",
  id: "phantom",
  source: "/phantom",
  type: "dev.flexbill.usage",
  data: { product: "widgets", unit: "piece", quantity: "1", user: null, dimensions: {} },
} as const;

/** Prices, tiers, rounding and sums. */
export const moneyFaults: readonly Fault[] = [
  plant("tiers.volume", "KF-07", "The price of the tier reached is applied to every unit", {
    asked: withPrices(volume),
  }),
  plant("tiers.gap", "KF-01", "A fraction between two tiers matches none and is free", { asked: withPrices(gapped) }),
  plant("tiers.first-skipped", "", "The first tier of several costs nothing where the price has no dimensions", {
    asked: withPrices((entry) =>
      entry.tiers === undefined || entry.tiers.length < 3 || entry.match !== undefined
        ? entry
        : { ...entry, tiers: entry.tiers.map((tier, index) => (index === 0 ? { ...tier, price: "0" } : tier)) },
    ),
  }),
  plant("prices.whole-cents", "KF-02", "A price below a cent is rounded to whole cents before it is multiplied", {
    asked: withPrices((entry) => priceOf(entry, cents)),
  }),
  plant("prices.capped", "", "A price over one is taken for one", {
    asked: withPrices((entry) =>
      priceOf(entry, (price) => (compare(readDecimal(price), readDecimal("1")) > 0 ? "1" : price)),
    ),
  }),
  plant("prices.of-the-year", "KF-41", "A seat's price is made yearly, rounded, and divided again", {
    asked: withContract(({ plan = [] }) => ({
      plan: plan.map((entry) =>
        entry.price === undefined || entry.model !== "named-user" ? entry : { ...entry, price: perYear(entry.price) },
      ),
    })),
  }),
  plant("prices.of-today", "KF-32", "A plain price that began since is applied to the month before", {
    asked: todaysPrices,
  }),
  plant("plan.at-once", "KF-33", "A plan of named users that begins inside the month reprices all of it", {
    asked: latestPlan,
  }),
  plant("plan.first-taxes", "", "Taxes after the fourth entry of a contract are forgotten", {
    asked: withContract(({ tax = [] }) => ({ tax: tax.slice(0, 4) })),
  }),
  plant("plan.adjusted-twice", "KF-09", "A lone adjustment is applied again when the month is rated again", {
    asked: withContract(({ adjustments = [] }) =>
      adjustments.length === 1 ? { adjustments: [...adjustments, ...adjustments] } : {},
    ),
  }),
  plant("plan.clipped-carry-over", "KF-12", "A negative carry-over is clipped at zero", {
    asked: withContract(({ adjustments = [] }) => ({
      adjustments: adjustments.map((one) => (one.amount.startsWith("-") ? { ...one, amount: "0" } : one)),
    })),
  }),
  plant("plan.credit-twice", "KF-09", "Free hours are given back twice", {
    answered: withLines((line) =>
      line.kind === "credit"
        ? { ...line, amount: { low: text(sum([line.amount.low, line.amount.low])), high: line.amount.high } }
        : line,
    ),
  }),
  plant("rounding.floats", "KF-05", "Amounts are calculated in floating point", { answered: withLines(inFloats) }),
  plant("rounding.half-even", "KF-39", "A half goes to the even cent in dollars", {
    asked: (request) =>
      request.contract.currency === "USD" ? assuming("rounding.mode", "half-even")(request) : request,
  }),
  plant("rounding.two-places", "KF-37", "Usage in yen is taken to have hundredths", {
    answered: withLines((line) => {
      const hundredfold = (amount: string) => text(times(readDecimal(amount), readDecimal("100")));
      if (line.currency !== "JPY" || line.kind !== "usage") return line;
      const { low, high } = line.amount;
      return { ...line, amount: { low: hundredfold(low), high: high === null ? null : hundredfold(high) } };
    }),
  }),
  plant(
    "rounding.each-part",
    "KF-06",
    "A quantity of one digit and two decimals is rounded before it is added to others",
    {
      asked: usageAs((quantity) =>
        /^\d\.\d\d$/.test(quantity) ? text(roundTo(readDecimal(quantity), 0, "half-up")) : quantity,
      ),
    },
  ),
  plant("usage.wraps", "", "Beyond five hundred a counter begins anew", { asked: wrapped }),
  plant("usage.whole-units", "", "A fraction of several decimals is dropped below ten", {
    asked: usageAs((quantity) => (/^\d\.\d\d/.test(quantity) ? (quantity.split(".")[0] ?? quantity) : quantity)),
  }),
  plant("usage.rolled-up", "KF-29", "The line without a rate holds what its rates hold too", {
    answered: (answer) => {
      const lines = (answer.charges ?? []).map((line, _index, all) => (isRollUp(line) ? rolledUp(line, all) : line));
      return { ...answer, charges: lines, totals: totalsOf(lines) };
    },
  }),
  plant("usage.phantom", "", "A month without events is billed a unit", {
    asked: withAllEvents((events, { contract, month }) =>
      events.length > 0
        ? events
        : [{ ...phantom, subject: contract.account, data: { ...phantom.data, at: `${month}-10T00:00:00Z` } }],
    ),
  }),
  plant("totals.without-fees", "", "The total forgets the fees of third parties for voice", {
    answered: (answer) => ({
      ...answer,
      totals: totalsOf((answer.charges ?? []).filter(({ product }) => product !== "third-party-voice")),
    }),
  }),
  plant("totals.one-currency", "KF-38", "The total of dollars holds the fees in euros too", {
    answered: (answer) => ({
      ...answer,
      totals: totalsOf(
        (answer.charges ?? []).map((line) =>
          isFee(line) && line.currency === "EUR" ? { ...line, currency: "USD" } : line,
        ),
      ),
    }),
  }),
  plant("totals.refunded-minimum", "", "What is billed beyond a minimum is given back", {
    answered: (answer, request) => {
      const charges = [...(answer.charges ?? []), ...refunded(answer.charges ?? [], request)];
      return { ...answer, charges, totals: totalsOf(charges) };
    },
  }),
];
