import type { CalendarDate, Language } from "@flexbill/kernel";
import data from "../data/clauses.json" with { type: "json" };

/** A sentence in both languages, in our own words. */
export type Bilingual = Readonly<Record<Language, string>>;

/**
 * How well a statement is founded: A Twilio's own text, B a third party's dated copy of a price page, C a third
 * party's article, D our inference, NF looked for and not found.
 */
export type Grade = "A" | "B" | "C" | "D" | "NF";

/** What a clause does to the bill. */
export type MoneyEffect =
  | "charge"
  | "exemption"
  | "inclusion"
  | "exclusion"
  | "pass-through"
  | "limit"
  | "restriction"
  | "possible"
  | "credit"
  | "dating"
  | "none";

/** What has to be so for a clause to bind an account beside the edition that it stands in. */
export type Binding =
  | "account"
  | "active-user-hour"
  | "named-user"
  | "fair-usage"
  | "dpa"
  | "email"
  | "insights"
  | "personalized"
  | "starter-code";

/** What the notice says of a clause in comparison with the edition before. */
export type Change = "new" | "changed" | "clarified" | "renamed" | "unknown";

/** One rule of the terms, restated; its id is its T-number. */
export interface Clause {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly document: string;
  readonly section: string;
  /** The language that it rests on; "both" where the two agree. */
  readonly language: "en" | "ja" | "both";
  /** The day on which it was published. */
  readonly date: CalendarDate;
  readonly grade: Grade;
  readonly effect: MoneyEffect;
  readonly money: Bilingual;
  readonly change: Change;
  /** What the notice reveals of the rule before; where it is absent, that is unknown. */
  readonly before?: Bilingual;
  readonly binds: Binding;
  readonly note?: Bilingual;
}

/**
 * T-01 … T-57, in that order.
 *
 * @example
 * ```ts
 * clauses.length; // 57
 * ```
 */
export const clauses: readonly Clause[] = data as readonly unknown[] as readonly Clause[];

const byId: ReadonlyMap<string, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));

/**
 * The clause of a T-number.
 *
 * @example
 * ```ts
 * clauseById("T-43")?.title.en; // "Nothing moves between users"
 * ```
 */
export function clauseById(id: string): Clause | undefined {
  return byId.get(id);
}
