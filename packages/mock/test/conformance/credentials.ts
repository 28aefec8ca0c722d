import type { As, Known } from "./step.ts";

/** User and secret, as names of what was learned. */
const pairs: Readonly<Record<As, readonly [string, string] | undefined>> = {
  main: ["AccountSid", "AuthToken"],
  subaccount: ["subaccount", "subToken"],
  "standard key": ["key", "keySecret"],
  "restricted key": ["restrictedKey", "restrictedSecret"],
  test: ["testAccount", "testToken"],
  wrong: ["AccountSid", "AccountSid"],
  nobody: undefined,
};

/** The header that carries the credentials of somebody. */
export function authorizationOf(as: As, known: Known): Readonly<Record<string, string>> {
  const pair = pairs[as];
  if (pair === undefined) return {};
  return { Authorization: `Basic ${btoa(pair.map((name) => known[name] ?? "").join(":"))}` };
}
