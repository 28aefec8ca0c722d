import { add, compare, type Decimal, decimal, formatAmount, parseDecimal, zero } from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustmentsBetween, type Invoice } from "../src/index.ts";
import {
  type EventDocument,
  invoiceOf,
  type RequestDocument,
  requests,
  withoutConflicts,
} from "./generated-requests.ts";
import { inPieces, joined, ownEvent, withContract, withEvents } from "./rewritings.ts";
import { twoMonths } from "./two-months.ts";

/**
 * What may be done to a month without moving its invoice, or moving it in a known way: each on 2,000 months of one
 * seed, which a failure prints. `FC_RUNS` asks for another number, `FC_SEED` for other months. All of a group are done
 * to one month before the next is drawn, since to draw a month costs as much as to rate it.
 */
const runs = { numRuns: Number(process.env["FC_RUNS"] ?? 2_000) };
const enoughTime = { timeout: 900_000 };

/** What is drawn for a month beside it. */
interface Dice {
  readonly keys: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly cents: readonly number[];
  readonly model: string;
  readonly commitment: object | null;
}

const dice: fc.Arbitrary<Dice> = fc.record({
  keys: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  from: fc.nat(100),
  to: fc.nat(100),
  cents: fc.array(fc.nat(99_999), { minLength: 1, maxLength: 5 }),
  model: fc.constantFrom("active-user-hour", "named-user", "user-plus-usage"),
  commitment: fc.constantFrom(null, { monthlyMinimum: "100000" }),
});

const keyOf = ({ keys }: Dice, index: number): number => keys[index % keys.length] ?? 0;
const bytes = (request: object): string => JSON.stringify(invoiceOf(request));

type Events = readonly EventDocument[];

/** By sentence, other events that tell the same month. */
const retellings: Readonly<Record<string, (request: RequestDocument, drawn: Dice) => Events>> = {
  "events in any order": ({ events }, drawn) =>
    events
      .map((event, index) => ({ event, key: keyOf(drawn, index) }))
      .sort((one, other) => one.key - other.key)
      .map(({ event }) => event),
  "events told again, before or after": ({ events }, drawn) => {
    const again = events.filter((_, index) => keyOf(drawn, index) % 3 === 0);
    return drawn.from % 2 === 0 ? [...again, ...events] : [...events, ...again];
  },
  "presence and seats cut into pieces that touch": ({ events }, { from }) => inPieces(events, { from, to: from }),
  "pieces that touch or overlap, merged into one": ({ events }, drawn) => joined(inPieces(events, drawn)),
  "usage of nought added": (request, { to }) => [...request.events, nothingUsed(request, to % 4)],
};

test("an invoice stays the same, byte for byte, however its month is told", enoughTime, () => {
  const changed = new Map(Object.keys(retellings).map((sentence) => [sentence, 0]));
  const same = fc.property(requests().map(withoutConflicts), dice, (request, drawn) => {
    const wanted = bytes(request);
    expect(bytes(reordered(request)), "rated again, from a copy whose members stand in another order").toBe(wanted);
    for (const [sentence, retell] of Object.entries(retellings)) {
      const events = retell(request, drawn);
      if (JSON.stringify(events) !== JSON.stringify(request.events)) {
        changed.set(sentence, (changed.get(sentence) ?? 0) + 1);
        expect(bytes(withEvents(request, events)), sentence).toBe(wanted);
      }
    }
  });
  fc.assert(same, runs);
  for (const [sentence, months] of changed) expect(months, sentence).toBeGreaterThan(runs.numRuns / 3);
});

type Move = (request: RequestDocument, before: Invoice, drawn: Dice) => void;

/** By sentence, what another contract or other events do to an invoice. */
const moves: Readonly<Record<string, Move>> = {
  "a month without events is its fixed lines alone": (request) => {
    const fixed = ["license", "commitment", "support", "adjustment", "tax"];
    const { charges } = invoiceOf(withEvents(request, []));
    expect(charges.filter(({ kind }) => !fixed.includes(kind))).toEqual([]);
  },
  "third parties' fees are the same under every plan, allowance and minimum": (request, before, drawn) => {
    const plan = [{ model: drawn.model, price: "7" }];
    const other = withContract(request, { plan, allowances: [], commitment: drawn.commitment });
    expect(passedOn(invoiceOf(other))).toEqual(passedOn(before));
  },
  "another provider's fees are one line more, their sum, and move only what looks at the sum": (
    request,
    before,
    { cents },
  ) => {
    const fees = cents.map((amount, index) => novasFee(request, before, `nova${index}`, inCents(amount)));
    const after = invoiceOf(withEvents(request, [...request.events, ...fees]));
    expect(novasLines(after)).toEqual([inCents(cents.reduce((sum, amount) => sum + amount, 0))]);
    expect(withoutNova(after)).toEqual(withoutNova(before));
  },
  "an invoice rated twice needs no adjustment": (request, before) => {
    const again = invoiceOf(structuredClone(request));
    expect(adjustmentsBetween(before, again)).toEqual({ adjustments: [], unsettled: [] });
  },
};

test("an invoice moves with its contract and its events in known ways", enoughTime, () => {
  const known = fc.property(requests(), dice, (request, drawn) => {
    const before = invoiceOf(request);
    for (const [sentence, holds] of Object.entries(moves)) {
      try {
        holds(request, before, drawn);
      } catch (cause) {
        throw new Error(`Not so: ${sentence}`, { cause });
      }
    }
  });
  fc.assert(known, runs);
});

test("thirty days cost the same in two months as in one, where every price is flat", enoughTime, () => {
  let crossing = 0;
  const same = fc.property(twoMonths, ({ first, second, atOnce, crosses }) => {
    if (crosses) crossing += 1;
    expect(plus(totalOf(first), totalOf(second))).toBe(totalOf(atOnce));
  });
  fc.assert(same, runs);
  expect(crossing).toBeGreaterThan(runs.numRuns / 10);
});

/** The same JSON with the members of every object the other way round. */
function reordered(value: unknown): object {
  const turn = (_: string, member: unknown): unknown =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toReversed())
      : member;
  return JSON.parse(JSON.stringify(value), turn) as object;
}

/** Something that happened and has no quantity. */
function nothingUsed(request: RequestDocument, which: number): EventDocument {
  const at = invoiceOf(withEvents(request, [])).period.start;
  const place = { country: "US", numberType: "local" };
  const leg = { call: "CA0", leg: "pstn", direction: "inbound", start: at, ...place, user: null };
  const kinds: readonly (readonly [string, EventDocument["data"]])[] = [
    ["usage", { product: "taskrouter", quantity: "0", unit: "task", at, user: null, dimensions: {} }],
    ["call-leg", { ...leg, seconds: "0", status: "completed" }],
    ["call-leg", { ...leg, seconds: "61", status: "busy" }],
    ["presence", { user: "WK-nobody", activity: "WA2", start: at, end: at }],
  ];
  const [type, data] = kinds[which] ?? ["usage", {}];
  return ownEvent(request, "nothing", type, data);
}

function totalOf(request: RequestDocument): string {
  const { low, high } = invoiceOf(request).totals["USD"] ?? { low: "0.00", high: "0.00" };
  expect(high).toBe(low);
  return low;
}

function plus(one: string, other: string): string {
  return formatAmount(add(money(one), money(other)) as Decimal, "USD");
}

function money(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed.ok || compare(parsed.value, zero) < 0) throw new Error(`Not an amount: "${text}"`);
  return parsed.value;
}

/** Fees that providers told, without carriers' fees, which have a price of the book. */
function passedOn(invoice: Invoice): readonly object[] {
  return invoice.charges
    .filter(({ kind, product }) => kind === "third-party" && product !== "carrier-fee")
    .map(({ id, currency, quantity, amount }) => ({ id, currency, quantity, amount }));
}

function novasFee(request: RequestDocument, { period }: Invoice, id: string, amount: string): EventDocument {
  const fee = { provider: "Nova", product: "third-party-voice", amount, currency: "USD", at: period.start };
  return ownEvent(request, id, "fee", { ...fee, reference: null });
}

function novasLines({ charges }: Invoice): readonly string[] {
  return charges.filter(({ id }) => id === "third-party/third-party-voice/Nova").map(({ amount }) => amount.low);
}

function withoutNova({ charges }: Invoice): readonly unknown[] {
  return charges
    .filter(({ id, kind }) => kind !== "tax" && !id.endsWith("/Nova"))
    .map(({ id, amount }) => [id, amount]);
}

function inCents(cents: number): string {
  return formatAmount(decimal(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`), "USD");
}
