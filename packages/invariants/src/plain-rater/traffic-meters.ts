import type { CallLeg, Event, Message } from "../request.ts";
import { isIn, readMoment } from "./calendar.ts";
import { ceilingOf, compare, fraction, over, readDecimal, single } from "./fraction.ts";
import { eventsOf } from "./known-events.ts";
import type { MonthContext } from "./month-context.ts";
import { compareTexts, contactCenter, type Measured } from "./usage-row.ts";

/** Calls, messages and the customers behind them (section 3). */
export function meterTraffic(events: readonly Event[], context: MonthContext): readonly Measured[] {
  const legs = eventsOf(events, "dev.flexbill.call-leg").map(({ data }) => data);
  const messages = eventsOf(events, "dev.flexbill.message").filter(({ data }) => isDated(data.at, context));
  return [
    ...legs.filter((leg) => leg.status === "completed" && isDated(leg.start, context)).flatMap(ofLeg),
    ...messages.flatMap(({ data }) => [...ofMessage(data), ...ofCarrier(data)]),
    ...conversationCustomers(messages),
  ];
}

export function isDated(instant: string, context: MonthContext): boolean {
  return isIn(readMoment(instant), context.period);
}

/** "Seconds rounded up to whole minutes (0 s = 0)". */
export function wholeMinutes(seconds: string) {
  return fraction(ceilingOf(over(readDecimal(seconds), fraction(60n))));
}

function ofLeg(leg: CallLeg): readonly Measured[] {
  const shared = { unit: "minute", quantity: wholeMinutes(leg.seconds), user: leg.user, useCase: leg.useCase };
  const platform = { ...shared, product: "programmable-voice-platform" };
  if (leg.leg === "client") return [platform, { ...shared, product: "voice-javascript-sdk" }];
  if (leg.leg === "sip") return [platform, { ...shared, product: "sip-interface", dimensions: { peer: leg.peer } }];
  const dimensions = { country: leg.country, numberType: leg.numberType };
  return [platform, { ...shared, product: `pstn-voice-${leg.direction}`, dimensions }];
}

function ofMessage(message: Message): readonly Measured[] {
  const { channel, direction, country, numberType, user, useCase } = message;
  const each = { unit: "message", quantity: single, user, useCase };
  switch (channel) {
    case "sms": {
      const segments = { unit: "segment", quantity: readDecimal(message.segments ?? "0") };
      return [{ ...each, ...segments, product: `sms-${direction}`, dimensions: { country, numberType } }];
    }
    case "mms":
      return [{ ...each, product: `mms-${direction}`, dimensions: { country, numberType } }];
    case "whatsapp":
    case "messenger":
    case "rcs":
      return [{ ...each, product: "channels-messages", dimensions: { channel } }];
    case "email":
      return [{ ...each, product: "flex-email" }];
    default:
      return [];
  }
}

function ofCarrier({ channel, direction, carrier, segments, user, useCase }: Message): readonly Measured[] {
  if (carrier === null || carrier === undefined) return [];
  const shared = { product: "carrier-fee", dimensions: { carrier, channel, direction }, user, useCase };
  if (channel === "sms") return [{ ...shared, unit: "segment", quantity: readDecimal(segments ?? "0") }];
  if (channel === "mms") return [{ ...shared, unit: "message", quantity: single }];
  return [];
}

/** Distinct customers, each the first agent's; eligible as soon as one counted message is. */
function conversationCustomers(
  messages: readonly { readonly source: string; readonly id: string; readonly data: Message }[],
): readonly Measured[] {
  const counted = messages.filter(({ data }) => data.customer !== null && data.user !== null);
  const inOrder = [...counted].sort(
    (a, b) =>
      compare(readMoment(a.data.at), readMoment(b.data.at)) ||
      compareTexts(a.source, b.source) ||
      compareTexts(a.id, b.id),
  );
  const customers = new Map<string, Message[]>();
  for (const { data } of inOrder) {
    const customer = data.customer ?? "";
    customers.set(customer, [...(customers.get(customer) ?? []), data]);
  }
  return [...customers.values()].map((theirs) => {
    const eligible = theirs.some(({ useCase }) => (useCase ?? contactCenter) === contactCenter);
    const useCase = eligible ? contactCenter : theirs[0]?.useCase;
    return { product: "flex-conversations", unit: "user", quantity: single, user: theirs[0]?.user ?? null, useCase };
  });
}
