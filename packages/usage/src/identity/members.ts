import type { FlexEvent } from "../events/event.ts";

type Lists = {
  readonly [Type in FlexEvent["type"]]: (data: Extract<FlexEvent, { readonly type: Type }>["data"]) => Members;
};

/** The values of the members that a type of `data` is known by, always in the same order; absent ones are undefined. */
export type Members = readonly unknown[];

/**
 * By type, the known members. Written out, not looked up by name, because every event passes here; a test holds the
 * lists to the schemas.
 */
const lists: Lists = {
  "dev.flexbill.presence": (d) => [d.user, d.activity, d.start, d.end, d.activityName, d.useCase, d.labels],
  "dev.flexbill.seat": (d) => [d.user, d.start, d.end, d.useCase, d.labels],
  "dev.flexbill.sign-in": (d) => [d.user, d.at, d.useCase, d.labels],
  "dev.flexbill.call-leg": (d) => [
    d.call,
    d.leg,
    d.direction,
    d.country,
    d.numberType,
    d.peer,
    d.start,
    d.seconds,
    d.status,
    d.user,
    d.useCase,
    d.labels,
  ],
  "dev.flexbill.message": (d) => [
    d.message,
    d.channel,
    d.direction,
    d.at,
    d.segments,
    d.country,
    d.numberType,
    d.carrier,
    d.provider,
    d.user,
    d.customer,
    d.conversation,
    d.useCase,
    d.labels,
  ],
  "dev.flexbill.recording": (d) => [d.recording, d.start, d.seconds, d.deleted, d.user, d.useCase, d.labels],
  "dev.flexbill.number": (d) => [d.number, d.country, d.numberType, d.purchased, d.released, d.useCase, d.labels],
  "dev.flexbill.usage": (d) => [d.product, d.quantity, d.unit, d.at, d.user, d.dimensions, d.useCase, d.labels],
  "dev.flexbill.fee": (d) => [d.provider, d.product, d.amount, d.currency, d.at, d.reference, d.useCase, d.labels],
};

/**
 * The known members of an event's `data`.
 *
 * @example
 * ```ts
 * membersOf(signIn); // → ["WK1", "2025-05-01T09:00:00Z", undefined, undefined]
 * ```
 */
export function membersOf(event: FlexEvent): Members {
  return (lists[event.type] as (data: FlexEvent["data"]) => Members)(event.data);
}
