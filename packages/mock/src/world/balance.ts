import { add, calendar, formatDecimal, negate, zero } from "@flexbill/kernel";
import { totalPrice } from "@flexbill/twilio";
import type { Account } from "./account.ts";
import type { World } from "./world.ts";

/** What a main account is worth: nothing was paid in, so it is what all its accounts used, below zero. */
export function balanceOf(world: World, account: Account): string {
  const gmt = calendar("UTC");
  const asOf = world.asOf();
  const used = [...world.accounts.values()]
    .filter(({ owner }) => owner === account.sid)
    .map(({ usage, created }) => usage.over(gmt.dateOf(created), gmt.dateOf(asOf), asOf).of(totalPrice))
    .map((figures) => figures.prices[account.contract.currency] ?? zero)
    .reduce((sum, each) => add(sum, each), zero);
  return formatDecimal(negate(used));
}
