import type { CaseClass } from "../law.ts";
import { compare, isPositive, readDecimal, total } from "../plain-rater/fraction.ts";
import type { Event, RatingRequest } from "../request.ts";
import { dataOf } from "./rewriting.ts";

type Holds = (month: RatingRequest) => boolean;

/** A class of months that at least so many of a hundred are of. */
export function share(atLeastPercent: number, of: Holds): CaseClass<RatingRequest> {
  return { of, atLeastPercent };
}

/** Months with so many events. */
export function events(least: number): Holds {
  return (month) => month.events.length >= least;
}

/** Months with an event of a type. */
export function has(type: Event["type"]): Holds {
  return (month) => month.events.some((event) => event.type === type);
}

/** Months with an event of a type whose data are of some kind. */
export function hasSome<Name extends Event["type"]>(
  type: Name,
  is: (data: ReturnType<typeof dataOf<Name>>[number]) => boolean,
): Holds {
  return (month) => dataOf(month, type).some(is);
}

/** Months in which one user used more of a product than the contract's first allowance gives a user. */
export const overAnAllowance: Holds = (month) => {
  const allowance = readDecimal(month.contract.allowances?.[0]?.quantity ?? "0");
  const users = Map.groupBy(dataOf(month, "dev.flexbill.usage"), ({ user }) => user);
  return [...users.values()].some(
    (used) => compare(total(used.map(({ quantity }) => readDecimal(quantity))), allowance) > 0,
  );
};

/** Months in which a user with a seat uses up just a part of the allowance. */
export const underAnAllowance: Holds = (month) => {
  const allowance = readDecimal(month.contract.allowances?.[0]?.quantity ?? "0");
  const seated = new Set(dataOf(month, "dev.flexbill.seat").map(({ user }) => user));
  const users = Map.groupBy(dataOf(month, "dev.flexbill.usage"), ({ user }) => user);
  return [...users].some(([user, used]) => {
    const theirs = total(used.map(({ quantity }) => readDecimal(quantity)));
    return user !== null && seated.has(user) && isPositive(theirs) && compare(theirs, allowance) < 0;
  });
};

/** Months with an amount in a currency that is not the contract's. */
export const severalCurrencies: Holds = ({ contract, priceBook, events: told }) => {
  const named = typeof priceBook === "object" ? priceBook.map(({ currency }) => currency) : [];
  const fees = told.map(({ data }) => ("currency" in data ? data.currency : undefined));
  return [...named, ...fees].some((currency) => currency !== undefined && currency !== contract.currency);
};

/** True for a day inside the month, its first excluded. */
export function beginsInside(from: string | undefined, { month }: RatingRequest): boolean {
  return from?.startsWith(month) === true && from !== `${month}-01`;
}
