import type { Contract, RatingRequest } from "../request.ts";

const optional = [
  "allowances",
  "commitment",
  "support",
  "tax",
  "adjustments",
  "assumptions",
  "logoutActivity",
] as const satisfies readonly (keyof Contract)[];

/** The month without one thing, for each that it can be without: events first, the last one first, then whole lists. */
export function* withoutOneThing(month: RatingRequest): Generator<RatingRequest> {
  for (const events of withoutOne(month.events)) yield { ...month, events };
  for (const key of optional) {
    const { [key]: part, ...contract } = month.contract;
    if (part !== undefined) yield { ...month, contract };
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
