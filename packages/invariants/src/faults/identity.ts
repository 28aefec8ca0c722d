import type { Event, RatingRequest } from "../request.ts";
import { correct, type Fault, plant, withAllEvents } from "./planting.ts";

function keep(events: readonly Event[], keyOf: (event: Event) => string): readonly Event[] {
  return [...new Map([...events].reverse().map((event) => [keyOf(event), event])).values()].reverse();
}

const renamed = (event: Event, index: number): Event => ({ ...event, id: `${event.id} told as number ${index}` });

/** Which event is which, and whose. */
export const identityFaults: readonly Fault[] = [
  plant("identity.no-memory", "KF-26", "A duplicate delivery is billed twice", {
    asked: withAllEvents((events) => events.map(renamed)),
  }),
  plant("identity.by-content", "KF-26", "Two events of the same content are taken for one", {
    asked: withAllEvents((events) => keep(events, ({ type, data }) => JSON.stringify([type, data]))),
  }),
  plant("identity.last-wins", "KF-27", "Of two contents under one identity the last one wins", {
    asked: withAllEvents((events) => [...events].reverse()),
  }),
  plant("identity.silent-conflict", "KF-27", "A conflict under one identity is not told", {
    answered: (answer) => ({ ...answer, issues: answer.issues.filter(({ code }) => code !== "event.conflict") }),
  }),
  plant("identity.late-dropped", "KF-28", "An event delivered after the year's end is dropped", {
    asked: withAllEvents((events) => events.filter(({ time }) => (time ?? "") < "2030")),
  }),
  plant("identity.any-account", "", "The events of every account are billed to this one", {
    asked: (request) => ({
      ...request,
      events: request.events.map((event) => ({ ...event, subject: request.contract.account })),
    }),
  }),
  plant("identity.second-lost", "", "Usage told second in a month is lost", {
    asked: withAllEvents((events) => events.filter(({ type }, index) => index !== 1 || type !== "dev.flexbill.usage")),
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
