import { type Calendar, calendar, type Exact, type Instant, type Issue } from "@flexbill/kernel";
import { type CallLeg, callLegType } from "./events/call-leg.ts";
import type { FlexEvent } from "./events/event.ts";
import { feeType } from "./events/fee.ts";
import { type MessageEvent, messageType } from "./events/message.ts";
import { numberEventType, type PhoneNumber } from "./events/number.ts";
import { presenceType } from "./events/presence.ts";
import { type Recording, recordingType } from "./events/recording.ts";
import { seatType } from "./events/seat.ts";
import { signInType } from "./events/sign-in.ts";
import { usageType } from "./events/usage.ts";
import { type Frame, isInMonth } from "./frame.ts";
import { millisecondsOf } from "./instant-of.ts";
import type { Exemptions } from "./logout-activity.ts";
import { type ActiveTime, createActiveTime } from "./meters/active-time.ts";
import { type Counters, callLegMeters, createCounters, messageMeters, recordingMeters } from "./meters/counters.ts";
import { flexActiveUser } from "./meters/flex-active-user.ts";
import { flexActiveUserHour } from "./meters/flex-active-user-hour.ts";
import { type Customers, createCustomers } from "./meters/flex-conversations.ts";
import { flexNamedUser, type NamedMethod } from "./meters/flex-named-user.ts";
import { flexProvisionedUser } from "./meters/flex-provisioned-user.ts";
import { addOtherUsage, type OtherUsage } from "./meters/other-usage.ts";
import { phoneNumberRental, rentsIn } from "./meters/phone-number-rental.ts";
import { addSeat, type Provisioning } from "./meters/provisioning.ts";
import { addToStorage, recordingStorage, type StoredMinutes } from "./meters/recording-storage.ts";
import { createThirdPartyFees, type ThirdPartyFees } from "./meters/third-party-fees.ts";
import { type Cell, cellsOf, count, type Tally } from "./tally.ts";
import { createUsers, type Users } from "./users.ts";

/** Every meter of one account and month, side by side. */
export interface Board {
  readonly frame: Frame;
  readonly users: Users;
  readonly activeTime: ActiveTime;
  readonly provisioning: Provisioning;
  readonly signedIn: Set<string>;
  readonly callLegs: Counters<CallLeg>;
  readonly messages: Counters<MessageEvent["data"]>;
  readonly customers: Customers;
  readonly recordings: Counters<Recording>;
  readonly stored: StoredMinutes;
  readonly rents: Tally;
  readonly zone: Calendar;
  readonly fees: ThirdPartyFees;
  readonly other: OtherUsage;
}

/** What the meters need to know beside the month. */
export interface BoardOptions {
  readonly frame: Frame;
  readonly exemptions: Exemptions;
  readonly currency: string;
  /** From when on active time before the month is kept. */
  readonly keepFrom: Instant | undefined;
}

/** Meters that have seen nothing. */
export function createBoard({ frame, exemptions, currency, keepFrom }: BoardOptions): Board {
  return {
    frame,
    users: createUsers(),
    activeTime: createActiveTime({ frame, exemptions, keepFrom }),
    provisioning: new Map(),
    signedIn: new Set(),
    callLegs: createCounters(callLegMeters),
    messages: createCounters(messageMeters),
    customers: createCustomers(),
    recordings: createCounters(recordingMeters),
    stored: new Map(),
    rents: phoneNumberRental(),
    zone: calendar(frame.timeZone),
    fees: createThirdPartyFees(currency),
    other: new Map(),
  };
}

/** Shows an event of the account to its meters. */
export function show(board: Board, event: FlexEvent, user: number): void {
  switch (event.type) {
    case presenceType:
      board.activeTime.add(event.data, user, event.source, event.id);
      break;
    case callLegType:
      if (isDatedIn(board, event.data.start)) board.callLegs.add(event.data, user);
      break;
    case messageType:
      if (isDatedIn(board, event.data.at)) showMessage(board, event, user);
      break;
    case feeType:
      board.fees.addFee(event.data, isDatedIn(board, event.data.at));
      break;
    case usageType:
      if (isDatedIn(board, event.data.at)) addOtherUsage(board.other, event.data, user);
      break;
    default:
      showLasting(board, event, user);
  }
}

type LastingEvent = Extract<
  FlexEvent,
  { readonly type: typeof seatType | typeof signInType | typeof recordingType | typeof numberEventType }
>;

function showLasting(board: Board, event: LastingEvent, user: number): void {
  switch (event.type) {
    case seatType:
      addSeat(board.provisioning, board.frame, event.data);
      break;
    case signInType:
      if (isDatedIn(board, event.data.at)) board.signedIn.add(event.data.user);
      break;
    case recordingType:
      showRecording(board, event.data, user);
      break;
    case numberEventType:
      showNumber(board, event.data);
      break;
  }
}

const nobody = 0;

/** The number of an event's user; nobody's where it has none. */
export function userOf(board: Board, event: FlexEvent): number {
  const { user = null } = event.data as { readonly user?: string | null };
  return board.users.indexOf(user);
}

function isDatedIn(board: Board, at: string): boolean {
  return isInMonth(board.frame, millisecondsOf(at));
}

function showMessage(board: Board, event: MessageEvent, user: number): void {
  board.messages.add(event.data, user);
  board.fees.addMessage(event.data, user);
  board.customers.add(event, user);
}

function showRecording(board: Board, recording: Recording, user: number): void {
  if (isDatedIn(board, recording.start)) board.recordings.add(recording, user);
  addToStorage(board.stored, board.frame, recording);
}

function showNumber(board: Board, number: PhoneNumber): void {
  const rents = rentsIn(board.frame.month, board.zone, number);
  if (rents > 0) count(board.rents, nobody, number.useCase, number, rents);
}

/** Everything that the meters have counted, and what they noticed. */
export interface BoardReading {
  readonly cells: Iterable<Cell>;
  readonly issues: readonly Issue[];
}

/** Reads the meters; `hours` are those of the board's active time. */
export function readBoard(board: Board, hours: ReadonlyMap<string, Exact>, named: NamedMethod): BoardReading {
  const fees = board.fees.finish(board.users);
  return { cells: cells(board, hours, named, fees.cells), issues: [...board.activeTime.issues(), ...fees.issues] };
}

function* cells(
  board: Board,
  hours: ReadonlyMap<string, Exact>,
  named: NamedMethod,
  fees: readonly Cell[],
): Generator<Cell> {
  yield* flexActiveUserHour(hours);
  yield* flexActiveUser(board.signedIn, hours.keys());
  yield* flexNamedUser(board.provisioning, named);
  yield* flexProvisionedUser(board.provisioning);
  yield* board.callLegs.cells(board.users);
  yield* board.messages.cells(board.users);
  yield* board.customers.cells(board.users);
  yield* board.recordings.cells(board.users);
  yield* recordingStorage(board.stored, board.frame);
  yield* cellsOf(board.rents, board.users);
  for (const tally of board.other.values()) yield* cellsOf(tally, board.users);
  yield* fees;
}
