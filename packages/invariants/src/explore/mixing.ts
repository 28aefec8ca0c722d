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
