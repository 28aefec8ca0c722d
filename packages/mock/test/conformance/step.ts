/** What earlier answers taught, by name: SIDs above all. */
export type Known = Readonly<Record<string, string>>;

/** Whose credentials a request carries: of an account or a key that was learned, or none. */
export type As = "main" | "subaccount" | "standard key" | "restricted key" | "test" | "wrong" | "nobody";

/** One request of the suite and what must come back. Texts may name what was learned: `{worker}`. */
export interface Step {
  /** The operation of Twilio's description that is called, such as `api_v2010 ListCall`. */
  readonly call: string;
  /** What the step is about, where the operation's name does not say it. */
  readonly about?: string;
  /** Path parameters that differ from what is known by their own name. */
  readonly at?: Known;
  readonly query?: string;
  readonly form?: Known;
  readonly json?: unknown;
  readonly headers?: Known;
  readonly as?: As;
  /** Another method or path than the operation's. */
  readonly method?: string;
  readonly path?: string;
  /** Another host than the operation's, such as one of a region. */
  readonly host?: string;
  /** The wanted status, where it is not the operation's own. */
  readonly status?: number;
  /** The wanted code of an error; null where the envelope has none. */
  readonly code?: number | null;
  /** What the answer teaches: a name, and where it stands in the body. */
  readonly learn?: Known;
  /** Parts of the body that must be there, by place; lists by index. */
  readonly holds?: Readonly<Record<string, unknown>>;
  /** Follows the list page by page, so many rows each, to its end and back. */
  readonly walk?: number;
  /** Seconds by which the clock goes on before. */
  readonly after?: number;
}
