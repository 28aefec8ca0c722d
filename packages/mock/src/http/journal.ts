import { formatInstant, type Instant } from "@flexbill/kernel";

/** One request that was answered. Credentials are not kept. */
export interface JournalEntry {
  readonly id: number;
  /** By the world's clock. */
  readonly at: string;
  readonly method: string;
  /** The logical host, such as `api.twilio.com`. */
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** Who asked; null where the credentials were missing or wrong. */
  readonly caller: string | null;
  readonly body: string | null;
}

/** What to look for; every part given must fit. */
export interface JournalQuery {
  readonly method?: string;
  /** Part of the path with its query. */
  readonly path?: string;
  readonly status?: number;
  /** How many of the newest; 100 by default. */
  readonly limit?: number;
}

/** The last requests. */
export interface Journal {
  add(entry: Omit<JournalEntry, "id" | "at">): void;
  find(id: number): JournalEntry | undefined;
  /** Newest first. */
  search(query: JournalQuery): readonly JournalEntry[];
  clear(): void;
}

const kept = 1_000;
const longestBody = 16_384;

/** Opens a journal of the last thousand requests. */
export function createJournal(now: () => Instant): Journal {
  const entries: JournalEntry[] = [];
  let written = 0;
  return {
    add: (entry) => {
      written += 1;
      const body = entry.body === null ? null : redacted(entry.body.slice(0, longestBody));
      entries.push({ id: written, at: formatInstant(now()), ...entry, body });
      if (entries.length > kept) entries.shift();
    },
    find: (id) => entries.find((each) => each.id === id),
    search: ({ method, path, status, limit = 100 }) =>
      entries
        .filter((each) => (method ?? each.method) === each.method && (status ?? each.status) === each.status)
        .filter((each) => each.path.includes(path ?? ""))
        .toReversed()
        .slice(0, limit),
    clear: () => {
      entries.length = 0;
    },
  };
}

/** A command that makes the request again; it takes the credentials from the environment. */
export function curlOf({ method, host, path, body }: JournalEntry, origin: string): string {
  const data = body === null || body === "" ? [] : ["--data-raw", quoted(body)];
  const parts = ["curl", "-X", quoted(method), '-u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"'];
  return [...parts, "-H", quoted(`X-Forwarded-Host: ${host}`), ...data, quoted(origin + path)].join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function redacted(body: string): string {
  return body.replace(/((?:^|[&"])[A-Za-z]*(?:token|secret|password)"?[=:]\s*"?)[^&"]*/gi, "$1redacted");
}
