import type { Centre } from "../centre.ts";
import { hourLength } from "../clock/local-time.ts";
import { isWanted } from "../telling/tell.ts";
import { tellCounted } from "../telling/usage.ts";

/** Counts a contact of an account; the hour's sum is told when the hour is over. */
export function countContact(centre: Centre, account: string, now: number): void {
  if (!isWanted(centre, now)) return;
  centre.contacts.set(account, (centre.contacts.get(account) ?? 0) + 1);
}

/** Tells, hour after hour, what the contacts used that no user is known for. */
export function tellContacts(centre: Centre, _: null, now: number): void {
  const at = Math.min(now, centre.to) - 1;
  for (const [account, contacts] of centre.contacts) {
    tellCounted(centre, "contact", contacts, { account, user: null, at }, now);
  }
  centre.contacts.clear();
  centre.agenda.put(now + hourLength, tellContacts, null);
}
