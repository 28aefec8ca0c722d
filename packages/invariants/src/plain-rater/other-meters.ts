import type { Event, Fee, Message, Recording, RentedNumber } from "../request.ts";
import { dateOf, daysIn, isIn, lengthOf, monthOf, overlap, readMoment, startOfDay } from "./calendar.ts";
import { compare, nothing, over, readDecimal, single, times } from "./fraction.ts";
import { eventsOf } from "./known-events.ts";
import type { MonthContext } from "./month-context.ts";
import { isDated, wholeMinutes } from "./traffic-meters.ts";
import type { Measured } from "./usage-row.ts";

/** Recordings, numbers, other people's fees and whatever was metered elsewhere (section 3). */
export function meterOthers(events: readonly Event[], context: MonthContext): readonly Measured[] {
  const used = eventsOf(events, "dev.flexbill.usage").filter(({ data }) => isDated(data.at, context));
  return [
    ...eventsOf(events, "dev.flexbill.recording").flatMap(({ data }) => ofRecording(data, context)),
    ...eventsOf(events, "dev.flexbill.number").flatMap(({ data }) => ofNumber(data, context)),
    ...used.map(({ data }) => ({ ...data, quantity: readDecimal(data.quantity) })),
    ...providerFees(events, context),
  ];
}

function ofRecording(recording: Recording, context: MonthContext): readonly Measured[] {
  const { user, useCase } = recording;
  const minutes = wholeMinutes(recording.seconds);
  const end = recording.deleted === null ? context.period.end : readMoment(recording.deleted);
  const kept = overlap({ start: readMoment(recording.start), end }, context.period);
  const share = kept ? over(lengthOf(kept), lengthOf(context.period)) : nothing;
  const storage = { product: "recording-storage", unit: "minute", quantity: times(minutes, share), useCase };
  const made = { product: "call-recording", unit: "minute", quantity: minutes, user, useCase };
  return isDated(recording.start, context) ? [made, storage] : [storage];
}

/** One for the purchase, and one at the first instant of each later anniversary day. */
function ofNumber(rented: RentedNumber, context: MonthContext): readonly Measured[] {
  const { country, numberType, useCase } = rented;
  const { zone, month, period } = context;
  const row = { product: "phone-number-rental", unit: "number", quantity: single, useCase };
  const one: readonly Measured[] = [{ ...row, dimensions: { country, numberType } }];
  const purchased = readMoment(rented.purchased);
  if (isIn(purchased, period)) return one;
  if (monthOf(zone, purchased) > month) return [];
  const day = Math.min(Number(dateOf(zone, purchased).slice(8)), daysIn(month));
  const anniversary = startOfDay(zone, `${month}-${String(day).padStart(2, "0")}`);
  const gone = rented.released !== null && compare(readMoment(rented.released), anniversary) <= 0;
  return gone ? [] : one;
}

/** Section 2, "One fee told twice": the fee event alone counts, in its own month and with its own amount. */
function providerFees(events: readonly Event[], context: MonthContext): readonly Measured[] {
  const fees = eventsOf(events, "dev.flexbill.fee").map(({ data }) => data);
  const told = fees.filter(({ product }) => product === "third-party-messaging");
  const messages = eventsOf(events, "dev.flexbill.message").map(({ data }) => data);
  return [
    ...fees.filter((fee) => isDated(fee.at, context)).map(ofFee),
    ...messages.filter(({ at }) => isDated(at, context)).flatMap((message) => ofProvider(message, told, context)),
  ];
}

function ofFee({ provider, product, amount, currency, useCase }: Fee): Measured {
  const fees = { known: readDecimal(amount), oneUnknown: false };
  return { product, unit: "fee", quantity: single, dimensions: { provider, currency }, useCase, fees };
}

function ofProvider(message: Message, told: readonly Fee[], context: MonthContext): readonly Measured[] {
  const { provider, user, useCase } = message;
  if (!provider) return [];
  const { name, fee } = provider;
  if (told.some((twin) => twin.reference === message.message && twin.provider === name)) {
    if (fee) context.issues.add("fee.twice");
    return [];
  }
  const dimensions = { provider: name, currency: fee?.currency ?? context.contract.currency };
  const fees = { known: fee ? readDecimal(fee.amount) : nothing, oneUnknown: !fee };
  const row = { product: "third-party-messaging", unit: "fee", quantity: single };
  return [{ ...row, dimensions, user, useCase, fees }];
}
