import type { Invoice } from "@flexbill/charges";
import type { Issue } from "@flexbill/kernel";
import type { FaultRule } from "../faults/fault.ts";
import type { ActiveFault } from "../faults/fault-rules.ts";
import type { JournalEntry, JournalQuery } from "../http/journal.ts";
import type { Account } from "../world/account.ts";
import type { ApiKey, KeyKind } from "../world/api-keys.ts";
import type { Delivery } from "../world/deliveries.ts";

/** How a program reaches the control interface of a mock. */
export interface ControlClientOptions {
  /** Where the mock listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The secret that changes need. */
  readonly token: string;
  /** How requests travel: the global `fetch`, or a mock's own for one in this process. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** The time of a mock, as ISO 8601. */
export interface MockTime {
  readonly now: string;
  /** Seconds that go by in the world in a real one; `"0"`: it stands still. */
  readonly rate: string;
}

/** A callback that was tried, and what became of it; times are texts. */
export type DeliveryReport = Omit<Delivery, "at"> & { readonly at: string };

/** What happened while the clock went on. */
export interface Moved extends MockTime {
  readonly from: string;
  /** How many events and steps came by themselves. */
  readonly came: number;
  /** The months that ended, each with what it came to under the world's true terms. */
  readonly invoices: readonly EndedMonth[];
  /** Each trigger that fired, with what its callback says. */
  readonly fired: readonly { readonly trigger: string; readonly parameters: Readonly<Record<string, string>> }[];
  readonly deliveries: readonly DeliveryReport[];
}

/** A month that is over for an account. */
export interface EndedMonth extends Pick<Invoice, "status" | "totals"> {
  readonly account: string;
  readonly month: string;
  /** Where the control interface has the whole invoice. */
  readonly path: string;
}

/** An account in the list of a world's accounts. */
export interface AccountOutline extends Pick<Account, "sid" | "owner" | "friendlyName" | "status"> {
  readonly created: string;
}

/** A document of the control interface, as JSON holds it. */
export type ControlDocument = Readonly<Record<string, unknown>>;

/** A request for a key. */
export interface KeyRequest {
  readonly kind: KeyKind;
  /** The account's SID; the main account where it is not given. */
  readonly account?: string;
  readonly friendlyName?: string;
  /** What a restricted key may do, each a method and an address: `GET api.twilio.com*`, stars for anything. */
  readonly allow?: readonly string[];
}

/** The control interface of a mock, one function a request. */
export interface ControlClient {
  readonly health: () => Promise<{ readonly status: "ok" }>;
  readonly now: () => Promise<MockTime>;
  /** Moves the clock on and plays what happens until then; ends when everything is done, callbacks too. */
  readonly advance: (seconds: number | string) => Promise<Moved>;
  /** Moves the clock to an instant such as `2026-02-01T00:00:00Z`. */
  readonly setClock: (to: string) => Promise<Moved>;
  /** Lets the clock go by itself, so many seconds in a real one; 0 stops it. */
  readonly setRate: (rate: number | string) => Promise<MockTime>;
  /** What only the world knows; Twilio's own interface shows none of it. */
  readonly accounts: {
    readonly list: () => Promise<readonly AccountOutline[]>;
    /** The true limits and prices of an account. */
    readonly terms: (account: string) => Promise<ControlDocument>;
    /** The invoice of a month such as `2026-01` under the true terms. */
    readonly invoice: (account: string, month: string) => Promise<Invoice>;
    /** What each day of a month added to each line. */
    readonly month: (account: string, month: string) => Promise<ControlDocument>;
  };
  readonly world: {
    /** Everything the world holds as one document; it holds tokens and secrets. */
    readonly save: () => Promise<ControlDocument>;
    /** Puts a saved world in place of this one; a document with faults changes nothing. */
    readonly load: (world: ControlDocument) => Promise<MockTime & { readonly accounts: number }>;
  };
  /** Puts the world back to how it began. */
  readonly reset: () => Promise<MockTime>;
  readonly snapshots: {
    readonly list: () => Promise<readonly string[]>;
    readonly take: (name: string) => Promise<MockTime & { readonly name: string }>;
    readonly restore: (name: string) => Promise<MockTime>;
    readonly remove: (name: string) => Promise<MockTime>;
  };
  readonly journal: {
    /** The newest requests first. */
    readonly search: (query?: JournalQuery) => Promise<readonly JournalEntry[]>;
    readonly find: (id: number) => Promise<JournalEntry>;
    /** A command that makes the request again. */
    readonly curl: (id: number) => Promise<string>;
    readonly clear: () => Promise<void>;
  };
  /** What goes wrong with which requests; nothing does until a rule is added. */
  readonly faults: {
    readonly list: () => Promise<readonly ActiveFault[]>;
    readonly add: (rule: FaultRule) => Promise<ActiveFault>;
    readonly remove: (id: string) => Promise<void>;
    readonly clear: () => Promise<void>;
  };
  /** Every callback that was tried. */
  readonly deliveries: () => Promise<readonly DeliveryReport[]>;
  /** Makes an API key; its secret is told this once. */
  readonly makeKey: (request: KeyRequest) => Promise<Pick<ApiKey, "sid" | "secret" | "kind">>;
}

/** A refusal of the control interface. */
export type ControlError = Error & {
  readonly status: number;
  readonly code: number | undefined;
  /** What is wrong with a document, all of it. */
  readonly issues: readonly (Issue & { readonly message: string })[];
};
