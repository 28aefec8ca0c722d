import type { Answer, AnswerLine, PriceEntry, RatingRequest } from "@flexbill/invariants";

/**
 * The rater that the examples put under test: usage at flat or tiered prices. It knows nothing else and says so; laws
 * about the rest are skipped, and counted as skipped.
 */
export const models = ["usage"];

export function rate(request: RatingRequest): Answer {
  return rateWith(request, (quantity, entry, digits) => rounded(priced(quantity, entry), digits));
}

/** The same with one thing wrong: a flat price is multiplied and rounded as a floating-point number. */
export function rateInFloats(request: RatingRequest): Answer {
  return rateWith(request, (quantity, entry, digits) => {
    if (entry.price === undefined) return rounded(priced(quantity, entry), digits);
    const amount = (Number(quantity) / Number(one)) * Number(entry.price);
    return BigInt(Math.round(amount * 10 ** digits));
  });
}

/** What a quantity costs at a price, in the smallest units of a currency that has so many digits. */
type Priced = (quantity: bigint, entry: PriceEntry, digits: number) => bigint;

function rateWith(request: RatingRequest, cost: Priced): Answer {
  const charges = [...usageOf(request)].map(([product, quantity]): AnswerLine => {
    const entry = priceOf(request, product);
    const currency = entry?.currency ?? request.contract.currency;
    const digits = digitsOf(currency);
    const amount = entry === undefined ? "0" : inPlaces(cost(quantity, entry, digits), digits);
    const line = { kind: "usage", product, rate: "", currency, quantity: inPlaces(quantity, places) };
    return { ...line, amount: { low: amount, high: entry === undefined ? null : amount } };
  });
  return { charges, totals: totalsOf(charges), issues: conflictsOf(request) };
}

const digitsOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Numbers are whole counts of a millionth of a millionth. */
const places = 12;
const one = 10n ** BigInt(places);

function counted(text: string): bigint {
  const [, digits = "", part = "", exponent = "0"] = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  return BigInt(digits + part) * 10n ** BigInt(places - part.length + Number(exponent));
}

function inPlaces(count: bigint, decimals: number): string {
  const digits = `${count}`.padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Quantities by product: the account's own events of the month, each identity once. */
function usageOf({ events, contract, month }: RatingRequest): ReadonlyMap<string, bigint> {
  const used = new Map<string, bigint>();
  const seen = new Set<string>();
  for (const event of events) {
    const identity = `${event.source} ${event.id}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (event.subject !== contract.account || event.type !== "dev.flexbill.usage") continue;
    const { product, quantity, at } = event.data;
    if (monthOf(at, contract.timeZone) !== month) continue;
    used.set(product, (used.get(product) ?? 0n) + counted(quantity));
  }
  return used;
}

function monthOf(instant: string, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit" }).format(new Date(instant));
}

function priceOf({ priceBook, contract, month }: RatingRequest, product: string): PriceEntry | undefined {
  const lists = [contract.prices?.overrides ?? [], typeof priceBook === "object" ? priceBook : []];
  const begun = ({ product: priced, from = "", match = {} }: PriceEntry) =>
    priced === product && from <= `${month}-01` && Object.keys(match).length === 0;
  const latest = (one: PriceEntry, other: PriceEntry) => ((one.from ?? "") < (other.from ?? "") ? 1 : -1);
  return lists.flatMap((entries) => entries.filter(begun).sort(latest).slice(0, 1))[0];
}

/** Graduated: a tier prices the units from the tier before it up to its own end, parts of a unit included. */
function priced(quantity: bigint, { price = "0", tiers = [{ price }] }: PriceEntry): bigint {
  let [amount, below] = [0n, 0n];
  for (const { upTo, price: each } of tiers) {
    const end = upTo === undefined || counted(upTo) > quantity ? quantity : counted(upTo);
    if (end > below) amount += (end - below) * counted(each);
    below = end > below ? end : below;
  }
  return amount;
}

/** Half up, once. */
function rounded(amount: bigint, digits: number): bigint {
  const smallest = (one * one) / 10n ** BigInt(digits);
  return (2n * amount + smallest) / (2n * smallest);
}

function totalsOf(charges: readonly AnswerLine[]): NonNullable<Answer["totals"]> {
  const sum = (amounts: readonly string[]) =>
    inPlaces(
      amounts.reduce((total, each) => total + counted(each), 0n),
      places,
    );
  return Object.fromEntries(
    [...Map.groupBy(charges, ({ currency }) => currency)].map(([currency, lines]) => {
      const highs = lines.map(({ amount }) => amount.high);
      const low = sum(lines.map(({ amount }) => amount.low));
      return [currency, { low, high: highs.includes(null) ? null : sum(highs.map((high) => high ?? "0")) }];
    }),
  );
}

/** One identity with two contents is told; a second delivery of the same is not. */
function conflictsOf({ events }: RatingRequest): Answer["issues"] {
  const first = new Map<string, string>();
  const told = events.some(({ source, id, type, subject, data }) => {
    const content = JSON.stringify([type, subject, Object.entries(data).sort()]);
    const identity = `${source} ${id}`;
    if (!first.has(identity)) first.set(identity, content);
    return first.get(identity) !== content;
  });
  return told ? [{ code: "event.conflict" }] : [];
}
