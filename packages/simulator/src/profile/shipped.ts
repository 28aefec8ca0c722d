import airline from "../../data/profile-airline.json" with { type: "json" };
import clinic from "../../data/profile-clinic.json" with { type: "json" };
import demo from "../../data/profile-demo.json" with { type: "json" };
import insurer from "../../data/profile-insurer.json" with { type: "json" };
import migration from "../../data/profile-migration.json" with { type: "json" };
import outsourcer from "../../data/profile-outsourcer.json" with { type: "json" };
import retailerJp from "../../data/profile-retailer-jp.json" with { type: "json" };
import { type Profile, profileSchema } from "./profile.ts";

const shipped: Readonly<Record<string, unknown>> = {
  airline,
  clinic,
  demo,
  insurer,
  migration,
  outsourcer,
  "retailer-jp": retailerJp,
};

/** The names of the profiles that ship. */
export const profileIds: readonly string[] = Object.keys(shipped);

/**
 * A shipped profile by its name, or undefined.
 *
 * @example
 * ```ts
 * profileById("demo")?.timeZone; // "America/New_York"
 * ```
 */
export function profileById(id: string): Profile | undefined {
  return Object.hasOwn(shipped, id) ? profileSchema.parse(shipped[id]) : undefined;
}
