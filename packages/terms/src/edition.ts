import { assert, type Calendar, type CalendarDate, firstDay, type Instant, type Month } from "@flexbill/kernel";
import data from "../data/editions.json" with { type: "json" };
import { type Bilingual, type Change, type Clause, clauses } from "./clause.ts";

/** A version of the terms and the day from which it governs (T-02). */
export interface Edition {
  readonly id: string;
  readonly title: Bilingual;
  readonly published?: CalendarDate;
  /** The day from which it governs; none for the earlier one, whose beginning is not known. */
  readonly from?: CalendarDate;
  /** `notice`: only what the notice reveals of it is known. */
  readonly known: "full" | "notice";
  readonly note: Bilingual;
}

/** The editions, the earliest first. */
export const editions: readonly Edition[] = data.editions as readonly unknown[] as readonly Edition[];

/** What the notice leaves out altogether, said once for all clauses. */
export const silences: Bilingual = data.silences;

/**
 * The edition that governs an instant: the one with the latest beginning that is not after the instant's day in the
 * calendar's zone (T-02, T-51).
 *
 * @example
 * ```ts
 * editionAt(instant("2025-04-01T00:00:00Z"), calendar("UTC")).id; // "2025-04-01"
 * ```
 */
export function editionAt(at: Instant, calendar: Calendar): Edition {
  return editionOn(calendar.dateOf(at));
}

/**
 * The edition that governs a month: the one of its first day.
 *
 * @example
 * ```ts
 * editionOf(month("2025-03")).id; // "before-2025-04-01"
 * ```
 */
export function editionOf(month: Month): Edition {
  return editionOn(firstDay(month));
}

/**
 * The edition that governs a day.
 *
 * @example
 * ```ts
 * editionOn(date("2025-03-31")).known; // "notice"
 * ```
 */
export function editionOn(day: CalendarDate): Edition {
  const edition = editions.findLast(({ from }) => from === undefined || from <= day);
  assert(edition !== undefined, "An edition without a beginning governs every earlier day");
  return edition;
}

/** One clause in two editions; a side that is `undefined` is unknown, not absent. */
export interface EditionDifference {
  readonly clause: string;
  readonly change: Change;
  readonly one?: Bilingual;
  readonly other?: Bilingual;
}

/**
 * The clauses of two editions side by side, without those known to be the same; none for an edition and itself.
 *
 * @example
 * ```ts
 * const [before, current] = editions;
 * diffEditions(before, current).find((row) => row.clause === "T-11")?.change; // "changed"
 * ```
 */
export function diffEditions(one: Edition, other: Edition): readonly EditionDifference[] {
  if (one.id === other.id) return [];
  return clauses.map((clause) => ({
    clause: clause.id,
    change: clause.change,
    ...side("one", statement(clause, one)),
    ...side("other", statement(clause, other)),
  }));
}

/**
 * The edition of an id.
 *
 * @example
 * ```ts
 * editionById("2025-04-01")?.published; // "2025-02-25"
 * ```
 */
export function editionById(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}

function statement(clause: Clause, edition: Edition): Bilingual | undefined {
  return edition.known === "full" ? clause.text : clause.before;
}

function side<Name extends "one" | "other">(
  name: Name,
  text: Bilingual | undefined,
): { readonly [K in Name]?: Bilingual } {
  return text === undefined ? {} : ({ [name]: text } as { readonly [K in Name]: Bilingual });
}
