import type { Instant } from "@flexbill/kernel";
import type { Account } from "./account.ts";
import type { World } from "./world.ts";

/**
 * A main key does what the token does; a standard key manages neither accounts nor keys; a restricted key does what it
 * names.
 */
export type KeyKind = "main" | "standard" | "restricted";

/** An API key of an account. */
export interface ApiKey {
  readonly sid: string;
  readonly secret: string;
  readonly kind: KeyKind;
  readonly friendlyName: string;
  /** What a restricted key may do, each a method and an address: `GET taskrouter.twilio.com*`, stars for anything. */
  readonly allow?: readonly string[];
  readonly created: Instant;
  readonly updated: Instant;
}

/** Makes a key for an account. */
export function makeKey(
  world: World,
  account: Account,
  friendlyName: string,
  kind: KeyKind,
  allow: readonly string[] = [],
): ApiKey {
  const now = world.now();
  const sid = world.sids.next("SK");
  const restriction = kind === "restricted" ? { allow } : {};
  const key = { sid, secret: world.sids.next(""), kind, friendlyName, ...restriction, created: now, updated: now };
  account.memory.keys.set(sid, key);
  return key;
}
