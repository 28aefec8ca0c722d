import fc from "fast-check";
import { expect, test } from "vitest";
import { billingMonths } from "../src/generators/months.ts";
import { dateOf, isIn, readMoment, startOfDay } from "../src/plain-rater/calendar.ts";
import { kinds } from "../src/plain-rater/charge-lines.ts";
import { compare, readDecimal } from "../src/plain-rater/fraction.ts";
import { contextOf, type MonthContext } from "../src/plain-rater/month-context.ts";
import { type PlainAnswer, plainRate } from "../src/plain-rater/plain-rate.ts";
import { standardProducts } from "../src/plain-rater/standard-products.ts";
import type { Allowance, Event, RatingRequest } from "../src/request.ts";
import { shippedBooks } from "./shipped-books.ts";

interface Drawn {
  readonly request: RatingRequest;
  readonly answer: PlainAnswer;
  readonly context: MonthContext;
}

const draws = 1_000;
const least = 0.05;

const drawn: readonly Drawn[] = fc.sample(billingMonths(), draws).map((request) => ({
  request,
  answer: plainRate(request, shippedBooks),
  context: contextOf(request, shippedBooks),
}));

type Circumstance = (month: Drawn) => boolean;

const hasKind =
  (kind: string) =>
  ({ answer }: Drawn) =>
    answer.charges.some((charge) => charge.kind === kind);
const raises =
  (code: string) =>
  ({ answer }: Drawn) =>
    answer.issues.some((issue) => issue.code === code);
const model =
  (name: string) =>
  ({ context }: Drawn) =>
    context.plan?.model === name;
const sets =
  (key: string, value: string | boolean) =>
  ({ request }: Drawn) =>
    request.contract.assumptions?.[key] === value;
const has =
  (type: Event["type"]) =>
  ({ request }: Drawn) =>
    request.events.some((event) => event.type === type);
const both = (first: Circumstance, second: Circumstance) => (month: Drawn) => first(month) && second(month);
const anEvent = (holds: (event: Event, month: Drawn) => boolean) => (month: Drawn) =>
  month.request.events.some((event) => holds(event, month));

const allowancePer = (per: Allowance["per"]) =>
  both(hasKind("included"), ({ request }) => (request.contract.allowances ?? []).some((one) => one.per === per));

function texts(event: Event): readonly string[] {
  return Object.values(event.data).filter((value): value is string => typeof value === "string");
}

const rates =
  (kind: string, holds: (charge: PlainAnswer["charges"][number], month: Drawn) => boolean) => (month: Drawn) =>
    month.answer.charges.some((charge) => charge.kind === kind && holds(charge, month));

function entriesOf({ request, context }: Drawn) {
  return [...(request.contract.prices?.overrides ?? []), ...context.book.entries];
}

function endsOnTier(month: Drawn): boolean {
  return month.answer.charges.some(({ product, quantity }) =>
    entriesOf(month).some(
      (entry) =>
        entry.product === product &&
        (entry.tiers ?? []).some(({ upTo }) => upTo !== undefined && isSame(upTo, quantity)),
    ),
  );
}

function isSame(a: string, b: string): boolean {
  return compare(readDecimal(a), readDecimal(b)) === 0;
}

function instantOf({ data }: Event): string | undefined {
  if ("at" in data) return data.at;
  if ("start" in data) return data.start;
  return "purchased" in data ? data.purchased : undefined;
}

/** An event of the month that reached us after the month, or after the as-of instant. */
const late = anEvent((event, { context }) => {
  const at = instantOf(event);
  if (at === undefined || event.time === undefined || !isIn(readMoment(at), context.period)) return false;
  return compare(readMoment(event.time), context.asOf ?? context.period.end) > 0;
});

const adjusts = (part: string) => rates("adjustment", ({ rate }) => rate.includes(part));
const taxed = (name: string) => rates("tax", ({ rate }) => rate === name);
const ofNobody = both(
  hasKind("included"),
  anEvent(({ data }) => "user" in data && data.user === null),
);

function seenTwice({ request: { events } }: Drawn): boolean {
  return new Set(events.map(({ source, id }) => `${source} ${id}`)).size < events.length;
}

const circumstances: Readonly<Record<string, Circumstance>> = {
  ...Object.fromEntries(kinds.map((kind) => [`a ${kind} line`, hasKind(kind)])),
  ...Object.fromEntries(
    [
      "event.conflict fee.twice presence.open activity.offline-lookalike limit.unknown limit.provenance-missing",
      "price.missing usage.unattributed sip.carrier-route use.ineligible price.changed-mid-month plan.none",
      "plan.changed-mid-month currency.mixed terms.unknown-edition",
    ].flatMap((line) => line.split(" ").map((code) => [code, raises(code)])),
  ),
  "plan by hours": model("active-user-hour"),
  "plan by named users": model("named-user"),
  "plan by users and usage": model("user-plus-usage"),
  "license without a price of the plan": both(hasKind("license"), ({ context }) => context.plan?.price === undefined),
  "committed users": both(model("named-user"), ({ context }) => Number(context.plan?.committedUsers ?? 0) > 0),
  "distinct named users": both(model("named-user"), sets("named.method", "distinct")),
  "free hours": hasKind("credit"),
  "free hours and hours of earlier months": ({ request, context }) =>
    context.plan?.freeHours !== undefined &&
    request.events.some(
      ({ type, data }) => type === "dev.flexbill.presence" && compare(readMoment(data.start), context.period.start) < 0,
    ),
  "allowance per user": allowancePer("user-month"),
  "allowance per active hour": allowancePer("active-hour"),
  "allowance of the project": allowancePer("project-month"),
  "pooled allowances": both(hasKind("included"), sets("limits.pooling", "project-pool")),
  "usage of nobody ignored": both(ofNobody, sets("limits.unattributed", "ignore")),
  "overage from where the allowance ended": both(hasKind("overage"), sets("overage.tierStart", "after-allowance")),
  "overage with free units": both(hasKind("overage"), sets("overage.freeUnits", true)),
  "overage at list price": both(hasKind("overage"), sets("overage.priceBook", "list")),
  "breach at list price": both(hasKind("breach"), sets("overage.priceBook", "list")),
  "half-even": sets("rounding.mode", "half-even"),
  "voice as a range": rates("usage", ({ product, amount }) => product.startsWith("pstn") && amount.low !== amount.high),
  "voice bundled": both(
    rates("usage", ({ product }) => product.startsWith("pstn")),
    sets("voice.connectivityPrice", "bundled"),
  ),
  "a quantity that ends on a tier": endsOnTier,
  "units past the last tier": (month) =>
    month.answer.charges.some(
      ({ rate, product, amount, quantity }) =>
        amount.high === null &&
        product !== "tax" &&
        rate !== "unattributed" &&
        entriesOf(month).some(
          (entry) => entry.product === product && entry.tiers !== undefined && !isSame(quantity, "0"),
        ),
    ),
  "several currencies": ({ answer }) => Object.keys(answer.totals).length > 1,
  "a fee not known": rates("third-party", ({ product, amount }) => product !== "carrier-fee" && amount.high === null),
  "late events": late,
  "an as-of instant inside the month": ({ context }) =>
    context.asOf !== undefined && isIn(context.asOf, context.period),
  "an event told again": seenTwice,
  "instants finer than a millisecond": anEvent((event) => texts(event).some((text) => /\.\d{4,}(Z|[+-])/.test(text))),
  "a zone off the hour": ({ request }) =>
    /Kolkata|Kathmandu|Adelaide|Lord_Howe|St_Johns/.test(request.contract.timeZone ?? ""),
  "clocks that change": ({ context: { period } }) => (period.end.top - period.start.top) % 86_400n !== 0n,
  "another account": anEvent(({ subject }, { request }) => subject !== request.contract.account),
  "use that is not eligible on an included product": hasKind("breach"),
  "tax on everything": taxed("VAT"),
  "tax on Twilio's side": taxed("sales"),
  "tax on third parties": taxed("telecom"),
  "adjustment of a third party's charge": adjusts("third-party/"),
  "adjustment of a tax": adjusts("tax/"),
  "another adjustment": rates("adjustment", ({ rate }) => !/third-party|tax/.test(rate)),
  "support from inside the month": both(
    hasKind("support"),
    ({ request, context }) => (request.contract.support?.from ?? "") > context.firstDay,
  ),
  "the shipped book": ({ request }) => typeof request.priceBook === "string",
  "a standard product outside fair use": both(
    rates("usage", ({ product }) => standardProducts.has(product)),
    ({ context }) => !context.fairUsage,
  ),
  seats: has("dev.flexbill.seat"),
  "a number given back on its anniversary": anEvent(
    ({ type, data }, { context: { zone, period } }) =>
      type === "dev.flexbill.number" &&
      data.released !== null &&
      compare(readMoment(data.purchased), period.start) < 0 &&
      isIn(readMoment(data.released), period) &&
      compare(startOfDay(zone, dateOf(zone, readMoment(data.released))), readMoment(data.released)) === 0,
  ),
  numbers: rates("usage", ({ product }) => product === "phone-number-rental"),
  storage: rates("usage", ({ product }) => product === "recording-storage"),
};

test.each(Object.entries(circumstances))("%s: at least one generated month in twenty", (name, holds) => {
  const share = drawn.filter(holds).length / draws;
  expect(share, `${name}: ${share}`).toBeGreaterThanOrEqual(least);
});

test("most generated months are small", () => {
  const small = drawn.filter(({ request }) => request.events.length <= 25).length / draws;
  expect(small).toBeGreaterThan(0.9);
});
