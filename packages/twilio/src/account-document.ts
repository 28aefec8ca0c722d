import type { Instant } from "@flexbill/kernel";
import { formatRfc2822 } from "./wire-dates.ts";

/** What the wire tells about an account. */
export interface AccountFacts {
  readonly sid: string;
  readonly owner: string;
  readonly authToken: string;
  readonly friendlyName: string;
  readonly status: "active" | "suspended" | "closed";
  readonly created: Instant;
  readonly updated: Instant;
}

const subresources = {
  available_phone_numbers: "AvailablePhoneNumbers",
  calls: "Calls",
  conferences: "Conferences",
  incoming_phone_numbers: "IncomingPhoneNumbers",
  notifications: "Notifications",
  outgoing_caller_ids: "OutgoingCallerIds",
  recordings: "Recordings",
  transcriptions: "Transcriptions",
  addresses: "Addresses",
  signing_keys: "SigningKeys",
  connect_apps: "ConnectApps",
  sip: "SIP",
  authorized_connect_apps: "AuthorizedConnectApps",
  usage: "Usage",
  keys: "Keys",
  applications: "Applications",
  short_codes: "SMS/ShortCodes",
  queues: "Queues",
  messages: "Messages",
  balance: "Balance",
} as const;

/**
 * An account as the 2010 API shows it; its owner is itself where it is a main account.
 *
 * @example
 * ```ts
 * accountDocument(facts).uri; // "/2010-04-01/Accounts/AC….json"
 * ```
 */
export function accountDocument(account: AccountFacts) {
  const path = `/2010-04-01/Accounts/${account.sid}`;
  return {
    auth_token: account.authToken,
    date_created: formatRfc2822(account.created),
    date_updated: formatRfc2822(account.updated),
    friendly_name: account.friendlyName,
    owner_account_sid: account.owner,
    sid: account.sid,
    status: account.status,
    subresource_uris: Object.fromEntries(
      Object.entries(subresources).map(([key, name]) => [key, `${path}/${name}.json`]),
    ),
    type: "Full" as const,
    uri: `${path}.json`,
  };
}

/** The balance of a main account: a decimal text, negative where more is used than was paid in. */
export function balanceDocument(account: string, balance: string, currency: string) {
  return { account_sid: account, balance, currency };
}
