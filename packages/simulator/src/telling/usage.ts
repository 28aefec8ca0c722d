import type { Centre } from "../centre.ts";
import { instantText } from "../clock/instant-text.ts";
import { isWanted, tell } from "./tell.ts";

/** Usage that is metered elsewhere. */
export interface Measured {
  readonly account: string;
  readonly product: string;
  readonly unit: string;
  readonly quantity: number;
  readonly user: string | null;
  readonly at: number;
}

/** Tells usage that is metered elsewhere. */
export function tellUsage(centre: Centre, measured: Measured, now: number): void {
  const { account, product, unit, quantity, user, at } = measured;
  if (!isWanted(centre, at)) return;
  const data = { product, quantity: `${quantity}`, unit, at: instantText(at), user, dimensions: {} };
  tell(centre, now, account, "dev.flexbill.usage", data);
}

/** Tells what is counted beside the contacts: so many units of what each counted product stands for. */
export function tellCounted(
  centre: Centre,
  per: "contact" | "task" | "sign-in",
  units: number,
  { account, user, at }: Pick<Measured, "account" | "user" | "at">,
  now: number,
): void {
  if (units === 0) return;
  for (const { per: unitOf, product, unit, quantity } of centre.profile.counted) {
    if (unitOf === per) tellUsage(centre, { account, product, unit, quantity: units * quantity, user, at }, now);
  }
}
