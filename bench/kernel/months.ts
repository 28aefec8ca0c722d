import { calendar, fromEpochMilliseconds } from "@flexbill/kernel";
import { Temporal } from "temporal-polyfill/implementation";
import type { Task } from "../suite.ts";

const operations = 20_000;
const start = Date.UTC(2023, 0, 1);

/** Instants spread over three years in no order. */
const milliseconds = Array.from(
  { length: operations },
  (_, index) => start + ((index * 7_919_000_123) % 94_000_000_000),
);
const instants = milliseconds.map((value) => fromEpochMilliseconds(value));
const temporals = milliseconds.map((value) => Temporal.Instant.fromEpochMilliseconds(value));

function count(months: Iterable<string>): string {
  let length = 0;
  let last = "";
  for (const month of months) {
    length += month.length;
    last = month;
  }
  return `${length} ${last}`;
}

function withTemporal(timeZone: string): string {
  return count(temporals.map((each) => each.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString()));
}

function withCalendar(timeZone: string): string {
  const { monthOf } = calendar(timeZone);
  return count(instants.map((each) => monthOf(each)));
}

function monthsIn(timeZone: string): Task {
  return {
    name: `month of an instant, ${timeZone}`,
    operations,
    baseline: { name: "temporal-polyfill", run: () => withTemporal(timeZone) },
    others: [{ name: "Calendar", run: () => withCalendar(timeZone), atLeast: 100 }],
  };
}

/** The month of 20,000 instants, in a zone without and in zones with changes of the clock. */
export const monthsOfInstants: readonly Task[] = ["UTC", "America/New_York", "Australia/Lord_Howe"].map(monthsIn);
