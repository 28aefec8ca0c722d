import data from "../data/errors.json" with { type: "json" };

/** The classic error envelope of Twilio's APIs; `code` and `more_info` are missing in a few known cases. */
export interface ErrorEnvelope {
  readonly code?: number;
  readonly message: string;
  readonly more_info?: string;
  readonly status: number;
  readonly detail?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The name of an error that the table of data/errors.json knows. */
export type ErrorName = keyof typeof data.errors;

/**
 * The envelope of a named error, its placeholders filled.
 *
 * @example
 * ```ts
 * errorEnvelope("notFound", { path: "/2010-04-01/Accounts/AC1.json" }).code; // 20404
 * ```
 */
export function errorEnvelope(name: ErrorName, parameters: Readonly<Record<string, string>> = {}): ErrorEnvelope {
  const entry: { status: number; code?: number; message: string } = data.errors[name];
  const message = entry.message.replace(/\{(\w+)\}/g, (whole, key: string) => parameters[key] ?? whole);
  if (entry.code === undefined) return { message, status: entry.status };
  return {
    code: entry.code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${entry.code}`,
    status: entry.status,
  };
}
