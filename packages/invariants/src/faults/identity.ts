import type { Event, RatingRequest } from "../request.ts";
import { correct, type Fault, plant, withAllEvents } from "./planting.ts";

function keep(events: readonly Event[], keyOf: (event: Event) => string): readonly Event[] {
  return [...new Map([...events].reverse().map((event) => [keyOf(event), event])).values()].reverse();
}

const isUsage = ({ type }: Event): boolean => type === "dev.flexbill.usage";
const isNobodys = ({ data }: Event): boolean => "user" in data && data.user === null;
const renamed = (event: Event, index: number): Event => ({ ...event, id: `${event.id} told as number ${index}` });

/** Which event is which, and whose. */
export const identityFaults: readonly Fault[] = [
  plant("identity.no-memory", "KF-26", "Usage of nobody delivered twice is billed twice", {
    asked: withAllEvents((events) =>
      events.map((event, index) => (isUsage(event) && isNobodys(event) ? renamed(event, index) : event)),
    ),
  }),
  plant("identity.by-content", "KF-26", "Two events of the same content are taken for one", {
    asked: withAllEvents((events) => keep(events, ({ type, data }) => JSON.stringify([type, data]))),
  }),
  plant("identity.last-wins", "KF-27", "Of two contents of usage under one identity the last one wins", {
    asked: withAllEvents((events) => [...events.filter(isUsage).reverse(), ...events.filter((one) => !isUsage(one))]),
  }),
  plant("identity.silent-conflict", "KF-27", "A conflict under one identity is not told in a month of usage alone", {
    answered: (answer, { events }) =>
      events.every(isUsage)
        ? { ...answer, issues: answer.issues.filter(({ code }) => code !== "event.conflict") }
        : answer,
  }),
  plant(
    "identity.short-memory",
    "KF-26",
    "A duplicate more than two events after its first is billed, of usage of nobody",
    {
      asked: withAllEvents((events) =>
        events.map((event, index) => {
          const first = events.findIndex(({ id, source }) => id === event.id && source === event.source);
          return isUsage(event) && isNobodys(event) && index - first > 2 ? renamed(event, index) : event;
        }),
      ),
    },
  ),
  plant("identity.late-dropped", "KF-28", "An event delivered after the year's end is dropped", {
    asked: withAllEvents((events) => events.filter(({ time }) => (time ?? "") < "2030")),
  }),
  plant("identity.any-account", "", "Usage of nobody is billed to this account, whosever it is", {
    asked: withAllEvents((events, { contract }) =>
      events.map((event) => (isUsage(event) && isNobodys(event) ? { ...event, subject: contract.account } : event)),
    ),
  }),
  plant("identity.second-lost", "", "Usage told second in a month is lost", {
    asked: withAllEvents((events) => events.filter((event, index) => index !== 1 || !isUsage(event))),
  }),
  plant("usage.fifth-lost", "", "Of five events or more the fifth is lost where it is usage", {
    asked: withAllEvents((events) => events.filter((event, index) => index !== 4 || !isUsage(event))),
  }),
  ratesAgain(),
];

/** Keeps what it rated before, and adds to it. */
function ratesAgain(): Fault {
  const seen = new WeakSet<object>();
  const rate = (request: RatingRequest) => {
    const again = seen.has(request.events);
    seen.add(request.events);
    return correct(again ? { ...request, events: [...request.events, ...request.events.map(renamed)] } : request);
  };
  return { id: "identity.adds-up", knownAs: [], sentence: "Rating a month again adds to what was rated before", rate };
}
