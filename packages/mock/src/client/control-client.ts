import type { ErrorEnvelope } from "@flexbill/twilio";
import type { ActiveFault } from "../faults/fault-rules.ts";
import type { JournalEntry, JournalQuery } from "../http/journal.ts";
import type {
  AccountOutline,
  ControlClient,
  ControlClientOptions,
  ControlError,
  DeliveryReport,
} from "./control-types.ts";

/**
 * The control interface of a mock as functions.
 *
 * @throws {ControlError} from every function, where the mock refuses
 *
 * @example
 * ```ts
 * const control = createControlClient({ url: "http://127.0.0.1:4010", token: "secret", fetch });
 * await control.setClock("2026-02-01T00:00:00Z");
 * ```
 */
export function createControlClient(options: ControlClientOptions): ControlClient {
  const ask = asker(options);
  const entry = (id: number) => `/journal/${id}`;
  const snapshot = (name: string) => `/snapshots/${encodeURIComponent(name)}`;
  return {
    health: () => ask("GET", "/health"),
    now: () => ask("GET", "/clock"),
    advance: (seconds) => ask("POST", "/clock/advance", { seconds: String(seconds) }),
    setClock: (to) => ask("POST", "/clock/set", { to }),
    setRate: (rate) => ask("POST", "/clock/rate", { rate: String(rate) }),
    accounts: {
      list: async () => (await ask<{ accounts: readonly AccountOutline[] }>("GET", "/accounts")).accounts,
      terms: (account) => ask("GET", `/accounts/${account}/terms`),
      invoice: (account, month) => ask("GET", `/accounts/${account}/invoices/${month}`),
      month: (account, month) => ask("GET", `/accounts/${account}/months/${month}`),
    },
    world: { save: () => ask("GET", "/world"), load: (world) => ask("PUT", "/world", world) },
    reset: () => ask("POST", "/reset"),
    snapshots: {
      list: async () => (await ask<{ snapshots: readonly string[] }>("GET", "/snapshots")).snapshots,
      take: (name) => ask("POST", snapshot(name)),
      restore: (name) => ask("POST", `${snapshot(name)}/restore`),
      remove: (name) => ask("DELETE", snapshot(name)),
    },
    journal: {
      search: async (query = {}) =>
        (await ask<{ requests: readonly JournalEntry[] }>("GET", `/journal${queryOf(query)}`)).requests,
      find: (id) => ask("GET", entry(id)),
      curl: async (id) => (await ask<{ curl: string }>("GET", `${entry(id)}/curl`)).curl,
      clear: () => ask("DELETE", "/journal"),
    },
    faults: {
      list: async () => (await ask<{ faults: readonly ActiveFault[] }>("GET", "/faults")).faults,
      add: (rule) => ask("POST", "/faults", rule),
      remove: (id) => ask("DELETE", `/faults/${encodeURIComponent(id)}`),
      clear: () => ask("DELETE", "/faults"),
    },
    deliveries: async () => (await ask<{ deliveries: readonly DeliveryReport[] }>("GET", "/deliveries")).deliveries,
    makeKey: (request) => ask("POST", "/keys", request),
  };
}

type Ask = <T>(method: string, path: string, body?: object) => Promise<T>;

function asker({ url, token, fetch }: ControlClientOptions): Ask {
  return async <T>(method: string, path: string, body?: object) => {
    const request = new Request(`${url.replace(/\/$/, "")}/_flexbill/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await fetch(request);
    const text = await response.text();
    if (!response.ok) throw refusalOf(response.status, text);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  };
}

function refusalOf(status: number, text: string): ControlError {
  const { message, code, issues = [] } = envelopeOf(text);
  const said = message ?? issues.map((each) => `${each.path}: ${each.message}`).join("\n");
  return Object.assign(new Error(said === "" ? `The mock answered ${status}` : said), { status, code, issues });
}

function envelopeOf(text: string): Partial<ErrorEnvelope & Pick<ControlError, "issues">> {
  try {
    return JSON.parse(text) as Partial<ErrorEnvelope & Pick<ControlError, "issues">>;
  } catch {
    return {};
  }
}

function queryOf(query: JournalQuery): string {
  const given = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
