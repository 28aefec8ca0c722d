import type { IssueCode } from "@flexbill/kernel";

/** What a schema says when it refuses a value: an issue code and the key of what was wanted. */
export interface Complaint {
  readonly code: IssueCode;
  readonly wanted?: string;
  /** What the sentences of code and wish take in; a custom zod issue carries them as its `params`. */
  readonly params?: Readonly<Record<string, string>>;
}

/**
 * A complaint in the form in which a zod schema carries it, its error message; {@link complaintIn} reads it back.
 *
 * @example
 * ```ts
 * z.string({ error: wish("schema.text", "account-sid") });
 * ```
 */
export function wish(code: IssueCode, wanted?: string): string {
  return wanted === undefined ? code : `${code} ← ${wanted}`;
}

/** The complaint that a zod message carries; `undefined` for zod's own messages. */
export function complaintIn(message: string): Complaint | undefined {
  const match = /^([a-z]+(?:-[a-z]+)*\.[a-z-]+)(?: ← (.+))?$/.exec(message);
  if (match === null) return undefined;
  const code = match[1] as IssueCode;
  return match[2] === undefined ? { code } : { code, wanted: match[2] };
}
