import { decimal, divide, type Interval, intersect, multiply, secondsOf } from "@flexbill/kernel";
import type { Recording } from "../events/recording.ts";
import { defaultUseCase } from "../events/shared-data.ts";
import type { Frame } from "../frame.ts";
import { instantOf } from "../instant-of.ts";
import { minutesRoundedUp } from "../quantity.ts";
import { addTo, type Counted, createSum, exactly, greatestWhole, type Sum, totalOf } from "../sum.ts";
import type { Cell } from "../tally.ts";

/** By use case, minutes kept × milliseconds kept inside the month. */
export type StoredMinutes = Map<string, Sum>;

const thousand = decimal(1000);

/** Adds a recording, kept from its start until it was deleted or the month ended (T-33). */
export function addToStorage(stored: StoredMinutes, frame: Frame, recording: Recording): void {
  const end = recording.deleted === null ? frame.period.end : instantOf(recording.deleted);
  const kept = intersect({ start: instantOf(recording.start), end }, frame.period);
  if (kept === undefined) return;
  const minutes = minutesRoundedUp(recording.seconds);
  const useCase = recording.useCase ?? defaultUseCase;
  const sum = stored.get(useCase) ?? createSum();
  stored.set(useCase, sum);
  addTo(sum, times(minutes, millisecondsOf(kept)));
}

function millisecondsOf({ start, end }: Interval): Counted {
  if (typeof start === "number" && typeof end === "number") return end - start;
  return multiply(secondsOf({ start, end }), thousand);
}

function times(minutes: Counted, milliseconds: Counted): Counted {
  if (typeof minutes === "number" && typeof milliseconds === "number" && minutes * milliseconds <= greatestWhole) {
    return minutes * milliseconds;
  }
  return multiply(exactly(minutes), exactly(milliseconds));
}

/** The monthly average, under nobody. */
export function* recordingStorage(stored: StoredMinutes, frame: Frame): Generator<Cell> {
  const length = decimal(frame.endMs - frame.startMs);
  for (const [useCase, sum] of stored) {
    const quantity = divide(totalOf(sum), length);
    yield { product: "recording-storage", unit: "minute", user: null, dimensions: {}, useCase, quantity };
  }
}
