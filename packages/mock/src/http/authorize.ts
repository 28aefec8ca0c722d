import type { Account } from "../world/account.ts";
import type { World } from "../world/world.ts";

/** The account whose credentials a request carries, undefined where they are missing or wrong. */
export function callerOf(world: World, authorization: string | null): Account | undefined {
  const [user, token] = basicCredentials(authorization) ?? [];
  const account = user === undefined ? undefined : world.accounts.get(user);
  return account !== undefined && token === account.authToken ? account : undefined;
}

/** Credentials of a main account reach its subaccounts; those of a subaccount reach that one alone. */
export function reaches(caller: Account, account: Account): boolean {
  return account.sid === caller.sid || account.owner === caller.sid;
}

function basicCredentials(authorization: string | null): readonly [string, string] | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/=]+)\s*$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = decodeBase64(encoded) ?? "";
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}

function decodeBase64(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}
