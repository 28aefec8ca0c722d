import demo from "../../data/profile-demo.json" with { type: "json" };
import { type Profile, profileSchema } from "./profile.ts";

const shipped: Readonly<Record<string, unknown>> = { demo };

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
