import { compareInstants, type Instant, parseInstant } from "@flexbill/kernel";
import { type FlexEvent, isPresence } from "@flexbill/usage";
import type { HeldSeat, Known } from "./known.ts";
import type { StoryRequest } from "./story.ts";

/** What a rater is asked about a month, an account and an instant, as far as the story has come. */
export function requestFor(
  known: Known,
  asked: {
    readonly month?: string | undefined;
    readonly account?: string | undefined;
    readonly asOf?: string | undefined;
  },
): StoryRequest {
  const contract = contractOf(known, asked.account);
  const account = String(known.contract["account"]);
  const told = known.events.filter((event) => !isWithheld(event, known)).map((event) => named(event, known));
  return {
    contract,
    events: [...told, ...known.seats.map((seat, index) => seatEvent(seat, index, account))],
    ...(known.prices === undefined ? {} : { priceBook: known.prices }),
    month: asked.month ?? known.month,
    ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
  };
}

function contractOf({ contract, subaccounts }: Known, account: string | undefined): StoryRequest["contract"] {
  return account === undefined || account === contract["account"]
    ? contract
    : { ...contract, account, ...subaccounts[account] };
}

function seatEvent(seat: HeldSeat, index: number, account: string): FlexEvent {
  const id = `seat/${seat.user}/${index}`;
  return { specversion: "1.0", id, source: "/scenario", type: "dev.flexbill.seat", subject: account, data: seat };
}

function isWithheld(event: FlexEvent, { outages }: Known): boolean {
  const begins = instantOf(beginningOf(event));
  return outages.some(
    ({ from, to }) => compareInstants(instantOf(from), begins) <= 0 && compareInstants(begins, instantOf(to)) < 0,
  );
}

function beginningOf({ data }: FlexEvent): string {
  if ("start" in data) return data.start;
  return "at" in data ? data.at : data.purchased;
}

/** What a presence's activity was called when it began, where the event itself does not say. */
function named(event: FlexEvent, { names }: Known): FlexEvent {
  if (!isPresence(event) || event.data.activityName !== undefined) return event;
  const begins = instantOf(event.data.start);
  const called = names.findLast(
    ({ activity, at }) => activity === event.data.activity && compareInstants(instantOf(at), begins) <= 0,
  );
  return called === undefined ? event : { ...event, data: { ...event.data, activityName: called.name } };
}

/** Every instant was looked at when its step was read; a wrong one is told there and stands for the beginning of time. */
function instantOf(text: string): Instant {
  const parsed = parseInstant(text);
  return parsed.ok ? parsed.value : instantOf("0001-01-01T00:00:00Z");
}
