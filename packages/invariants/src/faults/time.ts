import { daysIn, periodOf } from "../plain-rater/calendar.ts";
import { floorOf } from "../plain-rater/fraction.ts";
import type { CallLeg, Event, RatingRequest, Recording } from "../request.ts";
import { type Fault, plant, withAllEvents, withContract, withData } from "./planting.ts";

const winterClocks: Readonly<Record<string, string>> = { "America/New_York": "Etc/GMT+5", "Europe/London": "UTC" };
const wholeHours: Readonly<Record<string, string>> = { "Asia/Kolkata": "Etc/GMT-5", "Australia/Adelaide": "Etc/GMT-9" };
const stamp = (milliseconds: number) => new Date(milliseconds).toISOString();

function endOf({ contract, month }: RatingRequest): number {
  return Number(floorOf(periodOf(contract.timeZone ?? "UTC", month).end)) * 1000;
}

function startOf({ contract, month }: RatingRequest): number {
  return Number(floorOf(periodOf(contract.timeZone ?? "UTC", month).start)) * 1000;
}

/** A presence that leaves the month is moved into it; one that came from before is left out. */
const inItsStartMonth = withData("dev.flexbill.presence", (data, request) => {
  if (data.end === null) return data;
  const [start, end] = [Date.parse(data.start), Date.parse(data.end)];
  const beyond = end - endOf(request);
  if (start < startOf(request)) return undefined;
  return beyond > 0 && start < endOf(request)
    ? { ...data, start: stamp(start - beyond), end: stamp(end - beyond) }
    : data;
});

function datedByEnd(leg: CallLeg): CallLeg {
  return { ...leg, start: stamp(Date.parse(leg.start) + Math.ceil(Number(leg.seconds)) * 1000) };
}

/** There from before the month, and gone by its end: never there. */
function levelAtEnd(recording: Recording, request: RatingRequest): Recording {
  const gone = recording.deleted !== null && Date.parse(recording.deleted) < endOf(request);
  return gone && Date.parse(recording.start) < startOf(request)
    ? { ...recording, deleted: recording.start }
    : recording;
}

function offsetsIgnored(event: Event): Event {
  const data = Object.entries(event.data).map(([key, value]: [string, unknown]) => {
    const text = typeof value === "string" ? value.replace(/^(\d{4}-\d\d-\d\dT.*)\+\d\d:00$/, "$1Z") : value;
    return [key, text];
  });
  return { ...event, data: Object.fromEntries(data) } as Event;
}

/** When something counts. */
export const timeFaults: readonly Fault[] = [
  plant("time.whole-hours", "KF-10", "The half hour of a zone's offset is dropped", {
    asked: withContract(({ timeZone = "UTC" }) => ({ timeZone: wholeHours[timeZone] ?? timeZone })),
  }),
  plant("time.machine-zone", "KF-10", "A contract in UTC is billed in the zone of the machine", {
    asked: withContract(({ timeZone = "UTC" }) => ({ timeZone: timeZone === "UTC" ? "Asia/Tokyo" : timeZone })),
  }),
  plant("time.winter-clock", "KF-11", "The clock of the winter is kept all year", {
    asked: withContract(({ timeZone = "UTC" }) => ({ timeZone: winterClocks[timeZone] ?? timeZone })),
  }),
  plant("time.start-month", "KF-20", "Presence at the edge of a month is billed wholly to where it starts", {
    asked: inItsStartMonth,
  }),
  plant("time.dated-by-end", "KF-21", "A call is dated by its end", {
    asked: withData("dev.flexbill.call-leg", datedByEnd),
  }),
  plant("time.rental-skips", "KF-44", "A number bought on a day that the month lacks is not rented", {
    asked: withData("dev.flexbill.number", (data, { month }) =>
      Number(data.purchased.slice(8, 10)) > daysIn(month) ? undefined : data,
    ),
  }),
  plant("time.storage-level", "KF-43", "Storage is billed on the level at the end of the month", {
    asked: withData("dev.flexbill.recording", levelAtEnd),
  }),
  plant("time.edition-of-today", "KF-46", "The edition is chosen by the day of rating", {
    answered: (answer, { asOf }) => ({
      ...answer,
      issues: answer.issues.filter(({ code }) => code !== "terms.unknown-edition" || (asOf ?? "") < "2025-04"),
    }),
  }),
  plant("time.end-included", "", "Usage at the very end of a month still counts in it", {
    asked: withData("dev.flexbill.usage", (data, request) =>
      Date.parse(data.at) === endOf(request) ? { ...data, at: stamp(endOf(request) - 1) } : data,
    ),
  }),
  plant("time.offset-ignored", "", "An offset of whole hours east is not read", {
    asked: withAllEvents((events) => events.map(offsetsIgnored)),
  }),
];
