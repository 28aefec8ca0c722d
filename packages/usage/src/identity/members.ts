import { type CallLeg, callLegType } from "../events/call-leg.ts";
import type { FlexEvent } from "../events/event.ts";
import { type Fee, feeType } from "../events/fee.ts";
import { memberNames } from "../events/member-names.ts";
import { type Message, type MessageProvider, messageType, type ProviderFee } from "../events/message.ts";
import { numberEventType, type PhoneNumber } from "../events/number.ts";
import { plainInstant } from "../events/plain-instant.ts";
import { type Presence, presenceType } from "../events/presence.ts";
import { type Recording, recordingType } from "../events/recording.ts";
import { type Seat, seatType } from "../events/seat.ts";
import { type SignIn, signInType } from "../events/sign-in.ts";
import { type MeteredElsewhere, usageType } from "../events/usage.ts";
import { putJson, putOthers } from "./content.ts";
import type { Digest } from "./digest.ts";

/** Tags of a digest; what follows one is put in as its kind asks for. */
const kinds = {
  presence: 0x101,
  message: 0x102,
  callLeg: 0x103,
  recording: 0x104,
  usage: 0x105,
  fee: 0x106,
  seat: 0x107,
  signIn: 0x108,
  number: 0x109,
  provider: 0x10a,
  providerFee: 0x10b,
  user: 0x400_0000,
} as const;

/** The number that stands for an event's user, where users are told apart by numbers. */
export type UserNumber = number | undefined;

/**
 * Puts the type of an event and its `data` into a digest, so that two events give the same where both are equal as
 * JSON: the members that formats.md names always in one order, absent ones too, then any others. Written out, not
 * looked up by name, because every event passes here; a test holds the lists to the schemas.
 */
export function putData(digest: Digest, event: FlexEvent, user: UserNumber): void {
  switch (event.type) {
    case presenceType:
      putPresence(digest, event.data, user);
      break;
    case messageType:
      putMessage(digest, event.data, user);
      break;
    case callLegType:
      putCallLeg(digest, event.data, user);
      break;
    case recordingType:
      putRecording(digest, event.data, user);
      break;
    case usageType:
      putUsage(digest, event.data, user);
      break;
    case feeType:
      putFee(digest, event.data);
      break;
    case seatType:
      putSeat(digest, event.data, user);
      break;
    case signInType:
      putSignIn(digest, event.data, user);
      break;
    case numberEventType:
      putNumber(digest, event.data);
      break;
  }
}

function putPresence(digest: Digest, d: Presence, user: UserNumber): void {
  digest.tag(kinds.presence);
  putUser(digest, d.user, user);
  digest.text(d.activity);
  putTime(digest, d.start);
  putTime(digest, d.end);
  digest.text(d.activityName);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.presence);
}

function putMessage(digest: Digest, d: Message, user: UserNumber): void {
  digest.tag(kinds.message);
  digest.text(d.message);
  digest.text(d.channel);
  digest.text(d.direction);
  putTime(digest, d.at);
  digest.text(d.segments);
  digest.text(d.country);
  digest.text(d.numberType);
  digest.text(d.carrier);
  if (d.provider === null) digest.text(null);
  else putProvider(digest, d.provider);
  putUser(digest, d.user, user);
  digest.text(d.customer);
  digest.text(d.conversation);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.message);
}

function putProvider(digest: Digest, provider: MessageProvider): void {
  digest.tag(kinds.provider);
  digest.text(provider.name);
  digest.text(provider.category);
  if (provider.fee === null) digest.text(null);
  else putProviderFee(digest, provider.fee);
  putOthers(digest, provider, memberNames.provider);
}

function putProviderFee(digest: Digest, fee: ProviderFee): void {
  digest.tag(kinds.providerFee);
  digest.text(fee.amount);
  digest.text(fee.currency);
  putOthers(digest, fee, memberNames.providerFee);
}

function putCallLeg(digest: Digest, d: CallLeg, user: UserNumber): void {
  digest.tag(kinds.callLeg);
  digest.text(d.call);
  digest.text(d.leg);
  digest.text(d.direction);
  digest.text(d.country);
  digest.text(d.numberType);
  digest.text(d.peer);
  putTime(digest, d.start);
  digest.text(d.seconds);
  digest.text(d.status);
  putUser(digest, d.user, user);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.callLeg);
}

function putRecording(digest: Digest, d: Recording, user: UserNumber): void {
  digest.tag(kinds.recording);
  digest.text(d.recording);
  putTime(digest, d.start);
  digest.text(d.seconds);
  putTime(digest, d.deleted);
  putUser(digest, d.user, user);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.recording);
}

function putUsage(digest: Digest, d: MeteredElsewhere, user: UserNumber): void {
  digest.tag(kinds.usage);
  digest.text(d.product);
  digest.text(d.quantity);
  digest.text(d.unit);
  putTime(digest, d.at);
  putUser(digest, d.user, user);
  putJson(digest, d.dimensions);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.usage);
}

function putFee(digest: Digest, d: Fee): void {
  digest.tag(kinds.fee);
  digest.text(d.provider);
  digest.text(d.product);
  digest.text(d.amount);
  digest.text(d.currency);
  putTime(digest, d.at);
  digest.text(d.reference);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.fee);
}

function putSeat(digest: Digest, d: Seat, user: UserNumber): void {
  digest.tag(kinds.seat);
  putUser(digest, d.user, user);
  putTime(digest, d.start);
  putTime(digest, d.end);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.seat);
}

function putSignIn(digest: Digest, d: SignIn, user: UserNumber): void {
  digest.tag(kinds.signIn);
  putUser(digest, d.user, user);
  putTime(digest, d.at);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.signIn);
}

function putNumber(digest: Digest, d: PhoneNumber): void {
  digest.tag(kinds.number);
  digest.text(d.number);
  digest.text(d.country);
  digest.text(d.numberType);
  putTime(digest, d.purchased);
  putTime(digest, d.released);
  putCommon(digest, d.useCase, d.labels);
  putOthers(digest, d, memberNames.number);
}

/** A user by number where there is one: the same user has the same number. */
function putUser(digest: Digest, text: string | null, user: UserNumber): void {
  if (text === null || user === undefined) digest.text(text);
  else digest.tag(kinds.user + user);
}

/** A plain instant as its milliseconds and its length, which no other text has in common. */
function putTime(digest: Digest, text: string | null): void {
  const plain = text === null ? Number.NaN : plainInstant(text);
  if (text === null || Number.isNaN(plain)) digest.text(text);
  else digest.number(plain, text.length);
}

function putCommon(digest: Digest, useCase: string | undefined, labels: object | undefined): void {
  digest.text(useCase);
  putJson(digest, labels);
}
