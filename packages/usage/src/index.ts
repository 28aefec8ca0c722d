export { type CallLeg, type CallLegEvent, callLegSchema, isCallLeg, type Peer } from "./events/call-leg.ts";
export type { EventEnvelope } from "./events/envelope.ts";
export { eventSchema, type FlexEvent, isFlexEvent } from "./events/event.ts";
export { type Fee, type FeeEvent, type FeeProduct, feeSchema, isFee } from "./events/fee.ts";
export {
  type Channel,
  isMessage,
  type Message,
  type MessageEvent,
  type MessageProvider,
  messageSchema,
  type ProviderFee,
} from "./events/message.ts";
export { isNumber, type NumberEvent, numberSchema, type PhoneNumber } from "./events/number.ts";
export { isPresence, type Presence, type PresenceEvent, presenceSchema } from "./events/presence.ts";
export { isRecording, type Recording, type RecordingEvent, recordingSchema } from "./events/recording.ts";
export { isSeat, type Seat, type SeatEvent, seatSchema } from "./events/seat.ts";
export type { CommonData, Direction, NumberType, UseCase } from "./events/shared-data.ts";
export { defaultUseCase } from "./events/shared-data.ts";
export { isSignIn, type SignIn, type SignInEvent, signInSchema } from "./events/sign-in.ts";
export { isUsage, type MeteredElsewhere, type UsageEvent, usageSchema } from "./events/usage.ts";
export {
  createMetering,
  type Metered,
  type Metering,
  type MeteringContract,
  type MeteringOptions,
  meter,
} from "./metering.ts";
export { type LinePlace, parseEvent, parseLocatedEvent, readEventLine } from "./reading/read-event.ts";
export { createEventReader, type EventReader, type ReadEventsOptions, readEvents } from "./reading/read-events.ts";
export { compareRows, dimensionList, type UsageRow } from "./row.ts";
export { parseUsageRow, type UsageRowDocument, usageRowDocument } from "./row-document.ts";
