import { intersect } from "@flexbill/kernel";
import type { Seat } from "../events/seat.ts";
import type { Frame } from "../frame.ts";
import { instantOf } from "../instant-of.ts";
import { addSpan, createSpans, type Spans } from "../spans.ts";

/** By user, the time of the month in which a seat was theirs; users without any are left out (T-09). */
export type Provisioning = Map<string, Spans>;

/** Adds a seat's time inside the month; one that has not ended runs to the period's end. */
export function addSeat(provisioning: Provisioning, frame: Frame, seat: Seat): void {
  const end = seat.end === null ? frame.period.end : instantOf(seat.end);
  const inside = intersect({ start: instantOf(seat.start), end }, frame.period);
  if (inside === undefined) return;
  const spans = provisioning.get(seat.user) ?? createSpans();
  addSpan(spans, inside.start, inside.end);
  provisioning.set(seat.user, spans);
}
