export { createControlClient } from "./client/control-client.ts";
export type {
  AccountOutline,
  ControlClient,
  ControlClientOptions,
  ControlDocument,
  ControlError,
  DeliveryReport,
  EndedMonth,
  KeyRequest,
  MockTime,
  Moved,
} from "./client/control-types.ts";
export { type RequestClientLike, redirected } from "./client/redirected.ts";
export { createMock, type Mock, type MockOptions } from "./create-mock.ts";
export type { Fault, FaultRule } from "./faults/fault.ts";
export type { ActiveFault } from "./faults/fault-rules.ts";
export { faultHeader, type Sleep } from "./faults/misbehave.ts";
export type { AdmitOptions } from "./http/admit.ts";
export type { Credentials } from "./http/authorize.ts";
export type { Environment } from "./http/environment.ts";
export type { JournalEntry, JournalQuery } from "./http/journal.ts";
export { type HttpOfMsw, handlers } from "./http/msw-handlers.ts";
export type { ControlOptions, TimeOptions } from "./routes/control.ts";
export type { Account, AccountStatus } from "./world/account.ts";
export type { ApiKey, KeyKind } from "./world/api-keys.ts";
export { type ClockOptions, createClock, createRunningClock, createTestClock, type TestClock } from "./world/clock.ts";
export { type Course, type CourseOptions, createCourse, type MonthEnd, type Passed } from "./world/course.ts";
export {
  createDeliveries,
  type Deliver,
  type Deliveries,
  type Delivery,
  type Outgoing,
  type Send,
} from "./world/deliveries.ts";
export { type ReadWorld, readWorld } from "./world/document/read-world.ts";
export { worldJsonSchema } from "./world/document/schema.ts";
export { worldDocument } from "./world/document/world-document.ts";
export {
  type MonthOfEvents,
  monthlyTraffic,
  noTraffic,
  type Occurrence,
  scripted,
  type Traffic,
  together,
} from "./world/traffic.ts";
export type { DueCallback } from "./world/triggers.ts";
export { createWorld, defaultAuthToken, type SubaccountOptions, type World, type WorldOptions } from "./world/world.ts";
export type { WorldState } from "./world/world-state.ts";
