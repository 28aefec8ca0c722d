import airline from "../../data/contract-airline.json" with { type: "json" };
import clinic from "../../data/contract-clinic.json" with { type: "json" };
import insurer from "../../data/contract-insurer.json" with { type: "json" };
import migration from "../../data/contract-migration.json" with { type: "json" };
import outsourcer from "../../data/contract-outsourcer.json" with { type: "json" };
import retailerJp from "../../data/contract-retailer-jp.json" with { type: "json" };
import type { Profile } from "./profile.ts";

const shipped: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  airline,
  clinic,
  insurer,
  migration,
  outsourcer,
  "retailer-jp": retailerJp,
};

/**
 * Contracts under which the months of a shipped profile can be rated, as documents, the main account's first and then
 * one for each subaccount; empty for a profile that ships none. What nobody publishes in them is invented and says so.
 *
 * @example
 * ```ts
 * contractsFor(profileById("clinic")!)[0]; // { account: "AC00000000000000000000000000000001", currency: "USD", … }
 * ```
 */
export function contractsFor({ id, account, accounts }: Profile): readonly Readonly<Record<string, unknown>>[] {
  const contract = Object.hasOwn(shipped, id) ? shipped[id] : undefined;
  if (contract === undefined) return [];
  return [account, ...Object.values(accounts)].map((sid) => ({ ...contract, account: sid }));
}
