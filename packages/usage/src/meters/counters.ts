import type { CallLeg } from "../events/call-leg.ts";
import type { Message } from "../events/message.ts";
import type { Recording } from "../events/recording.ts";
import type { CommonData } from "../events/shared-data.ts";
import type { Meter } from "../meter.ts";
import { type Cell, cellsOf, count, createTally, type Tally } from "../tally.ts";
import type { Users } from "../users.ts";
import { callRecording } from "./call-recording.ts";
import { carrierFeePerMessage, carrierFeePerSegment } from "./carrier-fee.ts";
import { channelsMessages } from "./channels-messages.ts";
import { flexEmail } from "./flex-email.ts";
import { mmsInbound, mmsOutbound } from "./mms.ts";
import { programmableVoicePlatform } from "./programmable-voice-platform.ts";
import { pstnVoiceInbound, pstnVoiceOutbound } from "./pstn-voice.ts";
import { sipInterface } from "./sip-interface.ts";
import { smsInbound, smsOutbound } from "./sms.ts";
import { voiceJavascriptSdk } from "./voice-javascript-sdk.ts";

/** The meters that look at one call leg at a time. */
export const callLegMeters: readonly Meter<CallLeg>[] = [
  programmableVoicePlatform,
  pstnVoiceInbound,
  pstnVoiceOutbound,
  voiceJavascriptSdk,
  sipInterface,
];

/** The meters that look at one message at a time. */
export const messageMeters: readonly Meter<Message>[] = [
  smsInbound,
  smsOutbound,
  mmsInbound,
  mmsOutbound,
  carrierFeePerSegment,
  carrierFeePerMessage,
  channelsMessages,
  flexEmail,
];

/** The meters that look at one recording at a time. */
export const recordingMeters: readonly Meter<Recording>[] = [callRecording];

/** Meters of one kind of event, with what they have counted. */
export interface Counters<Data extends CommonData> {
  /** `user` is the number of the user whom the event belongs to. */
  readonly add: (data: Data, user: number) => void;
  readonly cells: (users: Users) => Generator<Cell>;
}

/** Counters of meters that look at one event at a time. */
export function createCounters<Data extends CommonData>(meters: readonly Meter<Data>[]): Counters<Data> {
  const counters = meters.map((meter) => ({
    meter,
    tally: createTally(meter.product, meter.unit, meter.dimensions),
  }));
  return {
    add: (data, user) => {
      for (const { meter, tally } of counters) countWith(meter, tally, data, user);
    },
    cells: function* (users) {
      for (const { tally } of counters) yield* cellsOf(tally, users);
    },
  };
}

function countWith<Data extends CommonData>(meter: Meter<Data>, tally: Tally, data: Data, user: number): void {
  const quantity = meter.measure(data);
  if (quantity !== 0) count(tally, user, data.useCase, data, quantity);
}
