import { type CalendarDate, type Decimal, formatDecimal, type Instant } from "@flexbill/kernel";
import { usageRecordsPath } from "./usage-record.ts";
import { formatRfc2822 } from "./wire-dates.ts";

/** How often a trigger may fire; a trigger without one fires once. */
export type Recurring = "daily" | "monthly" | "yearly";

/** Which figure of the category a trigger watches. */
export type TriggerBy = "count" | "usage" | "price";

/** A usage trigger as its account set it, and what became of it. */
export interface UsageTrigger {
  readonly sid: string;
  readonly account: string;
  readonly category: string;
  readonly recurring: Recurring | null;
  readonly triggerBy: TriggerBy;
  readonly triggerValue: Decimal;
  readonly currentValue: Decimal;
  readonly callbackUrl: string;
  readonly callbackMethod: "GET" | "POST";
  readonly friendlyName: string;
  readonly created: Instant;
  readonly updated: Instant;
  readonly fired: Instant | null;
}

const lists = { daily: "Today", monthly: "ThisMonth", yearly: "Yearly" } as const;
const placesOfTriggerValue = 6;

/** A trigger as the 2010 API shows it: its threshold with six decimals, null where it does not recur or has not fired. */
export function usageTriggerDocument(trigger: UsageTrigger) {
  return {
    sid: trigger.sid,
    account_sid: trigger.account,
    date_created: formatRfc2822(trigger.created),
    date_updated: formatRfc2822(trigger.updated),
    date_fired: trigger.fired === null ? null : formatRfc2822(trigger.fired),
    friendly_name: trigger.friendlyName,
    usage_category: trigger.category,
    trigger_by: trigger.triggerBy,
    recurring: trigger.recurring,
    trigger_value: formatDecimal(trigger.triggerValue, { places: placesOfTriggerValue }),
    current_value: formatDecimal(trigger.currentValue),
    usage_record_uri: usageRecordUri(trigger),
    callback_url: trigger.callbackUrl,
    callback_method: trigger.callbackMethod,
    api_version: "2010-04-01" as const,
    uri: `/2010-04-01/Accounts/${trigger.account}/Usage/Triggers/${trigger.sid}.json`,
  };
}

/** The name a trigger gets where its maker gives none. */
export function defaultTriggerName(trigger: Pick<UsageTrigger, "category" | "triggerBy" | "triggerValue">): string {
  return `Trigger for ${trigger.category} at ${trigger.triggerBy} of ${formatDecimal(trigger.triggerValue)}`;
}

/**
 * What a trigger's callback says. The token is one per firing: retries carry the same one.
 *
 * @param interval the first day of the interval that it fired in
 */
export function triggerCallback(trigger: UsageTrigger, fired: Instant, interval: CalendarDate): Record<string, string> {
  return {
    AccountSid: trigger.account,
    UsageTriggerSid: trigger.sid,
    DateFired: formatRfc2822(fired),
    Recurring: trigger.recurring ?? "",
    UsageCategory: trigger.category,
    TriggerBy: trigger.triggerBy,
    TriggerValue: formatDecimal(trigger.triggerValue, { places: placesOfTriggerValue }),
    CurrentValue: formatDecimal(trigger.currentValue),
    UsageRecordUri: usageRecordUri(trigger),
    IdempotencyToken: `${trigger.account}-FIRES-${trigger.sid}-${interval}`,
  };
}

function usageRecordUri({ account, category, recurring }: UsageTrigger): string {
  return `${usageRecordsPath(account, recurring === null ? "" : lists[recurring])}?Category=${category}`;
}
