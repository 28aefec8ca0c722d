import type { Contract, Event, RatingRequest } from "../request.ts";

const contractParts = [
  "plan",
  "allowances",
  "prices",
  "commitment",
  "support",
  "tax",
  "adjustments",
  "assumptions",
  "logoutActivity",
] as const satisfies readonly (keyof Contract)[];

/** A month of more events than this is no longer drawn together from others. */
const mostEvents = 60;

/** One month with a part of another in it: of its contract, its price list, or its events on top. `choice` says which. */
export function mixed(month: RatingRequest, donor: RatingRequest, choice: number): RatingRequest {
  const part = choice % (contractParts.length + 3);
  if (part === contractParts.length)
    return { ...month, ...("priceBook" in donor ? { priceBook: donor.priceBook } : {}) };
  const key = contractParts[part];
  return key === undefined ? withEvents(month, donor) : withPart(month, donor, key);
}

/** A zone that is told twice has to be the same, so it is told once. */
function withPart(month: RatingRequest, donor: RatingRequest, key: (typeof contractParts)[number]): RatingRequest {
  const { [key]: _, ...rest } = month.contract;
  const value = donor.contract[key];
  if (value === undefined) return { ...month, contract: rest };
  if (key !== "assumptions") return { ...month, contract: { ...rest, [key]: value } };
  const { "billing.timeZone": _zone, ...assumptions } = donor.contract.assumptions ?? {};
  return { ...month, contract: { ...rest, assumptions } };
}

function withEvents(month: RatingRequest, donor: RatingRequest): RatingRequest {
  if (month.events.length + donor.events.length > mostEvents) return { ...month, events: donor.events };
  const added = donor.events.map((event): Event => ({ ...event, id: `${event.id}+${month.events.length}` }));
  return { ...month, events: [...month.events, ...added] };
}

/** The month without one thing, for each that it can be without: events first, the last one first, then whole lists. */
export function* withoutOneThing(month: RatingRequest): Generator<RatingRequest> {
  for (const events of withoutOne(month.events)) yield { ...month, events };
  for (const key of contractParts) {
    const { [key]: part, ...contract } = month.contract;
    if (part !== undefined && key !== "plan" && key !== "prices") yield { ...month, contract };
  }
  yield* withoutPrices(month);
  for (const key of ["plan", "allowances", "tax", "adjustments", "logoutActivity"] as const) {
    for (const entries of withoutOne<unknown>(month.contract[key] ?? [])) {
      yield { ...month, contract: { ...month.contract, [key]: entries } as Contract };
    }
  }
}

/** Without all prices of a list, or without one of them; a list of the request keeps its first. */
function* withoutPrices(month: RatingRequest): Generator<RatingRequest> {
  const { contract, priceBook } = month;
  const { overrides = [], ...prices } = contract.prices ?? {};
  const lists = overrides.length > 1 ? [[], ...withoutOne(overrides)] : withoutOne(overrides);
  for (const fewer of lists) yield { ...month, contract: { ...contract, prices: { ...prices, overrides: fewer } } };
  if (typeof priceBook !== "object") return;
  const [first, ...others] = priceBook;
  if (first === undefined || others.length === 0) return;
  if (others.length > 1) yield { ...month, priceBook: [first] };
  for (const fewer of withoutOne(others)) yield { ...month, priceBook: [first, ...fewer] };
}

function* withoutOne<Item>(list: readonly Item[]): Generator<readonly Item[]> {
  for (let at = list.length - 1; at >= 0; at -= 1) yield list.toSpliced(at, 1);
}
