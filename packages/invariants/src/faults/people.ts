import { plus, readDecimal } from "../plain-rater/fraction.ts";
import type { CallLeg, Event } from "../request.ts";
import { assuming, type Fault, plant, text, withAllEvents, withContract, withData, withPrices } from "./planting.ts";

/** When the clocks of New York go forward in 2026. */
const spring = "2026-03-08T07:00:00Z";
const hourLater = (instant: string | null) =>
  instant === null ? null : new Date(Date.parse(instant) + 3_600_000).toISOString();
const later = (instant: string) => new Date(Date.parse(instant) + 1).toISOString();

const userOf = ({ data }: Event) => ("user" in data ? data.user : null);

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
    asked: withData("dev.flexbill.presence", (data, _request, index) => ({
      ...data,
      user: index % 2 === 0 ? data.user : `${data.user} in another tab`,
    })),
  }),
  plant("presence.by-name", "KF-19", "An activity named offline is taken for the Logout Activity", {
    asked: withData("dev.flexbill.presence", (data) =>
      data.activityName === "Offline" && data.end !== null ? undefined : data,
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
  plant("presence.short-lost", "KF-34", "Presence of five to fifteen minutes is too short to count", {
    asked: withData("dev.flexbill.presence", (data) => {
      const minutes = (Date.parse(data.end ?? data.start) - Date.parse(data.start)) / 60_000;
      return minutes >= 5 && minutes < 15 ? undefined : data;
    }),
  }),
  plant("presence.wall-clock", "KF-11", "Hours are read off the clock on the wall, which skips one in spring", {
    asked: withData("dev.flexbill.presence", (data, { contract }) => {
      const over = data.start <= spring && data.end !== null && data.end > spring;
      return over && contract.timeZone === "America/New_York" ? { ...data, end: hourLater(data.end) } : data;
    }),
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
  plant("seats.third-name-lost", "", "A user whose name sorts after two others is not counted", {
    asked: withAllEvents((events) => {
      const third = [...new Set(events.map(userOf))].filter((user) => user !== null).sort()[2];
      return events.filter(
        (event) => third === undefined || userOf(event) !== third || event.type !== "dev.flexbill.usage",
      );
    }),
  }),
  plant("seats.no-commitment", "", "Committed users are forgotten where nobody has a seat", {
    asked: withContract(({ plan = [] }, { events }) =>
      events.some(({ type }) => type === "dev.flexbill.seat")
        ? {}
        : { plan: plan.map(({ committedUsers: _committed, ...entry }) => entry) },
    ),
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
  plant("calls.failed-billed", "KF-42", "A call that was busy is billed", {
    asked: withData("dev.flexbill.call-leg", (data) => ({
      ...data,
      status: data.status === "busy" ? "completed" : data.status,
    })),
  }),
  plant("calls.minutes-of-the-sum", "KF-22", "Minutes are rounded on the sum instead of each leg", {
    asked: withAllEvents(summed),
  }),
];
