import { fitsRoute } from "../faults/fault-rules.ts";
import type { Account } from "../world/account.ts";
import type { ApiKey } from "../world/api-keys.ts";
import type { World } from "../world/world.ts";

/** Who asks: an account, and the key where it was not the token that was shown. */
export interface Caller {
  readonly account: Account;
  readonly key: ApiKey | undefined;
}

/** A user and what proves it. */
export interface Credentials {
  readonly user: string;
  readonly secret: string;
}

/** Who a request's credentials are of, undefined where they are missing or wrong. */
export function callerOf(world: World, given: Credentials | undefined): Caller | undefined {
  if (given === undefined) return undefined;
  const account = world.accounts.get(given.user);
  if (account !== undefined) return given.secret === account.authToken ? { account, key: undefined } : undefined;
  for (const owner of world.accounts.values()) {
    const key = owner.memory.keys.get(given.user);
    if (key !== undefined) return key.secret === given.secret ? { account: owner, key } : undefined;
  }
  return undefined;
}

/** Credentials of a main account reach its subaccounts; those of a subaccount reach that one alone. */
export function reaches(caller: Account, account: Account): boolean {
  return account.sid === caller.sid || account.owner === caller.sid;
}

/** Standard keys manage neither accounts nor keys; restricted keys do what they name. */
export function mayAsk(key: ApiKey | undefined, method: string, product: string, path: string): boolean {
  if (key === undefined || key.kind === "main") return true;
  if (key.kind === "restricted")
    return (key.allow ?? []).some((route) => fitsRoute(route, `${method} ${product}.twilio.com${path}`));
  return !/^\/2010-04-01\/Accounts(\.json$|\/[^/]+\.json$|\/[^/]+\/Keys(\/|\.))/.test(path);
}

/** The user and password of a header of Basic authentication. */
export function basicCredentials(authorization: string | null): Credentials | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/=]+)\s*$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = decodeBase64(encoded) ?? "";
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { user: text.slice(0, colon), secret: text.slice(colon + 1) };
}

function decodeBase64(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}
