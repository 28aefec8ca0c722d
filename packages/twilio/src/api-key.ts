import type { Instant } from "@flexbill/kernel";
import { formatRfc2822 } from "./wire-dates.ts";

/** An API key; its secret is shown once, when it is made. */
export interface ApiKeyFacts {
  readonly sid: string;
  readonly friendlyName: string;
  readonly created: Instant;
  readonly updated: Instant;
  readonly secret?: string;
}

/** A key as the 2010 API shows it. */
export function apiKeyDocument({ sid, friendlyName, created, updated, secret }: ApiKeyFacts) {
  return {
    sid,
    friendly_name: friendlyName,
    date_created: formatRfc2822(created),
    date_updated: formatRfc2822(updated),
    ...(secret === undefined ? {} : { secret }),
  };
}
