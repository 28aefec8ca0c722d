import { plus, readDecimal } from "../plain-rater/fraction.ts";
import type { CallLeg, Event } from "../request.ts";
import { assuming, type Fault, plant, text, withAllEvents, withContract, withData, withPrices } from "./planting.ts";

const later = (instant: string) => new Date(Date.parse(instant) + 1).toISOString();

/** Legs alike in all but their length become one, as long as all of them. */
function summed(events: readonly Event[]): readonly Event[] {
  const first = new Map<string, number>();
  const told: Event[] = [];
  for (const event of events) {
    const key = event.type === "dev.flexbill.call-leg" ? keyOf(event.data) : undefined;
    const at = key === undefined ? undefined : first.get(key);
    const before = at === undefined ? undefined : told[at];
    if (at !== undefined && before?.type === "dev.flexbill.call-leg" && event.type === "dev.flexbill.call-leg") {
      const seconds = text(plus(readDecimal(before.data.seconds), readDecimal(event.data.seconds)));
      told[at] = { ...before, data: { ...before.data, seconds } };
    } else {
      if (key !== undefined) first.set(key, told.length);
      told.push(event);
    }
  }
  return told;
}

function keyOf({ seconds: _seconds, call: _call, ...rest }: CallLeg): string {
  return JSON.stringify(rest);
}

/** Hours, seats and calls. */
export const peopleFaults: readonly Fault[] = [
  plant("presence.summed", "KF-18", "Two tabs bill twice: intervals are summed instead of united", {
    asked: withData("dev.flexbill.presence", (data, _request, index) => ({ ...data, user: `${data.user}${index}` })),
  }),
  plant("presence.by-name", "KF-19", "An activity named offline is taken for the Logout Activity", {
    asked: withData("dev.flexbill.presence", (data) =>
      data.activityName?.trim().toLowerCase() === "offline" ? undefined : data,
    ),
  }),
  plant("presence.whole-minutes", "KF-34", "The end of an interval is cut to the minute", {
    asked: withData("dev.flexbill.presence", (data) => ({
      ...data,
      end: data.end?.replace(/:\d\d(\.\d+)?(Z|[+-])/, (_all, _part, zone: string) => `:00${zone}`) ?? null,
    })),
  }),
  plant("presence.whole-seconds", "KF-35", "Instants are cut to the second", {
    asked: withData("dev.flexbill.presence", (data) => ({
      ...data,
      start: data.start.replace(/\.\d+/, ""),
      end: data.end?.replace(/\.\d+/, "") ?? null,
    })),
  }),
  plant("seats.closed-interval", "KF-23", "A seat still counts at the instant where it ends", {
    asked: withData("dev.flexbill.seat", (data) =>
      data.end === null || data.end === data.start ? data : { ...data, end: later(data.end) },
    ),
  }),
  plant("seats.at-month-end", "KF-24", "Only the seats still held at the end of the month count", {
    asked: withData("dev.flexbill.seat", (data) => (data.end === null ? data : undefined)),
  }),
  plant("seats.ever-held", "KF-24", "Everyone who ever held a seat counts", {
    asked: assuming("named.method", "distinct"),
  }),
  plant("seats.each-event", "KF-25", "A user with two seats one after the other is two users", {
    asked: withData("dev.flexbill.seat", (data, _request, index) => ({ ...data, user: `${data.user}${index}` })),
  }),
  plant("seats.no-commitment", "", "Committed users are forgotten", {
    asked: withContract(({ plan = [] }) => ({
      plan: plan.map(({ committedUsers: _committed, ...entry }) => entry),
    })),
  }),
  plant("seats.wrong-tier", "KF-08", "A seat tier begins one seat late", {
    asked: withPrices((entry) =>
      entry.unit !== "user" || entry.tiers === undefined
        ? entry
        : {
            ...entry,
            tiers: entry.tiers.map(({ upTo, price }) =>
              upTo === undefined ? { price } : { upTo: text(plus(readDecimal(upTo), readDecimal("1"))), price },
            ),
          },
    ),
  }),
  plant("calls.failed-billed", "KF-42", "A call that failed or was busy is billed", {
    asked: withData("dev.flexbill.call-leg", (data) => ({ ...data, status: "completed" })),
  }),
  plant("calls.minutes-of-the-sum", "KF-22", "Minutes are rounded on the sum instead of each leg", {
    asked: withAllEvents(summed),
  }),
];
