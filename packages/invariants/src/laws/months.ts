import { billingMonths } from "../generators/months.ts";
import { plainMonths } from "../generators/plain-months.ts";
import type { Event, PriceEntry, RatingRequest } from "../request.ts";
import { fairMonths, usageMonths } from "./rewriting.ts";

/** Products that an event may be billed by; a usage event names its own. */
const billedBy: Readonly<Record<string, readonly string[]>> = {
  "dev.flexbill.presence": ["flex-active-user-hour", "flex-active-user"],
  "dev.flexbill.seat": ["flex-named-user"],
  "dev.flexbill.sign-in": ["flex-active-user"],
  "dev.flexbill.call-leg": [
    "programmable-voice-platform",
    "pstn-voice-inbound",
    "pstn-voice-outbound",
    "voice-javascript-sdk",
    "sip-interface",
    "sip-third-party-pstn",
  ],
  "dev.flexbill.message": [
    "sms-inbound",
    "sms-outbound",
    "mms-inbound",
    "mms-outbound",
    "carrier-fee",
    "channels-messages",
    "flex-email",
    "flex-conversations",
  ],
  "dev.flexbill.recording": ["call-recording", "recording-storage"],
  "dev.flexbill.number": ["phone-number-rental"],
};

function productsOf(event: Event): readonly string[] {
  return event.type === "dev.flexbill.usage" ? [event.data.product] : (billedBy[event.type] ?? []);
}

/** A month without the prices that none of its events can ask for, but for one: half the time of a run is reading them. */
function withPricesInUse(month: RatingRequest): RatingRequest {
  const asked = new Set(["flex-active-user-hour", "flex-named-user", "flex-active-user"]);
  for (const product of month.events.flatMap(productsOf)) asked.add(product);
  const inUse = ({ product }: PriceEntry, index: number) => index === 0 || asked.has(product);
  const { contract, priceBook } = month;
  const overrides = (contract.prices?.overrides ?? []).filter(inUse);
  return {
    ...month,
    contract: { ...contract, prices: { ...contract.prices, overrides } },
    ...(typeof priceBook === "object" ? { priceBook: priceBook.filter(inUse) } : {}),
  };
}

/** One object for all laws about whole months, so that a run draws and rates them once; so are the two below. */
export const months = billingMonths("given").map(withPricesInUse);

/** Months without a word of Flex, for the neutral profile. */
export const monthsOfGoods = plainMonths();

/** Months of one product at one price. */
export const widgetMonths = usageMonths();

/** Months of one product under an allowance for each user. */
export const functionMonths = fairMonths();
