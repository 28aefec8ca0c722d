import { type IssueCode, issueCodes, type Severity } from "./issue-codes.ts";

/** Where something stands in a text: line and column count from 1. */
export interface Place {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** Expected trouble, as data. Its sentence comes from {@link describeIssue}. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  /** JSON pointer into the document; "" is its root. */
  readonly path: string;
  readonly at?: Place;
  /** What was found, as text. */
  readonly found?: string;
  /** What was wanted: a key of the wishes catalogue, or a text to show as it is. */
  readonly wanted?: string;
  /** The clause that the issue rests on, such as "T-43". */
  readonly clause?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** What an issue says beside its code; the path is the root where it is left out. */
export type IssueFields = { readonly [Key in Exclude<keyof Issue, "code" | "severity">]?: Issue[Key] | undefined };

/**
 * An issue of a code, with the severity that the table of codes gives it. Members that are undefined are left out.
 *
 * @example
 * ```ts
 * issue("limit.unknown", { path: "/allowances", clause: "T-41" }).severity; // → "warning"
 * ```
 */
export function issue(code: IssueCode, { path = "", ...rest }: IssueFields): Issue {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { code, severity: issueCodes[code], path, ...given };
}
