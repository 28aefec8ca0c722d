import { randomBytes } from "node:crypto";
import { describeIssue, fromEpochMilliseconds, type Issue, parseInstant, zero } from "@flexbill/kernel";
import { type PriceBook, shippedBook } from "@flexbill/products";
import { type Contract, parseContract } from "@flexbill/terms";
import type { FlexEvent } from "@flexbill/usage";
import { createControlClient } from "../client/control-client.ts";
import type { ControlClient } from "../client/control-types.ts";
import { createMock, type Mock, type MockOptions } from "../create-mock.ts";
import { createClock, type TestClock } from "../world/clock.ts";
import type { Traffic } from "../world/traffic.ts";
import { createWorld, type World } from "../world/world.ts";
import { sendOverNetwork } from "./send.ts";
import { serve } from "./serve.ts";
import { sleepForReal } from "./sleep.ts";

/** What a mock begins with; all of it may be left out. */
export interface StartOptions extends Omit<MockOptions, "control"> {
  /** The contract as the file holds it; one account in US dollars with active user hours where it is not given. */
  readonly contract?: unknown;
  readonly priceBook?: PriceBook;
  /** What has happened, and will. */
  readonly events?: Iterable<FlexEvent>;
  /** When the clock stands, such as `2026-01-31T12:00:00Z`; the first instant of 2026 where it is not given. */
  readonly at?: string;
  /** 0 = any free port, which is the default. */
  readonly port?: number;
  /** What happens by itself as the clock goes on. */
  readonly traffic?: Traffic;
  /** True: callbacks also go to other machines. */
  readonly callbacksAnywhere?: boolean;
}

/** A mock that listens, with the clock in the caller's hands. */
export interface StartedMock {
  /** Where it listens, such as `http://127.0.0.1:40321`. */
  readonly url: string;
  /** The main account's SID, and its token. */
  readonly account: string;
  readonly authToken: string;
  /** The secret of the control interface. */
  readonly controlToken: string;
  readonly control: ControlClient;
  readonly mock: Mock;
  readonly world: World;
  readonly clock: TestClock;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a mock for a test: a world of its own on a free port of this machine, whose clock stands until it is moved.
 *
 * @throws where the contract is none, with every problem in it
 *
 * @example
 * ```ts
 * const mock = await startMock({ at: "2026-01-31T12:00:00Z" });
 * const client = twilio(mock.account, mock.authToken, { httpClient: redirected(new twilio.RequestClient(), mock.url) });
 * await mock.control.advance(86_400);
 * await mock.close();
 * ```
 */
export async function startMock(options: StartOptions = {}): Promise<StartedMock> {
  const {
    contract,
    priceBook,
    events = [],
    at = "2026-01-01T00:00:00Z",
    port = 0,
    callbacksAnywhere,
    ...rest
  } = options;
  const start = parseInstant(at);
  if (!start.ok) throw new TypeError(`at: ${described(start.issues)}`);
  const clock = createClock({ start: start.value, real: () => fromEpochMilliseconds(Date.now()), rate: zero });
  const terms = contractOf(contract ?? plainContract);
  const book = priceBook ?? shippedBook(terms.prices.book ?? plainBook);
  if (book === undefined) throw new RangeError(`No price book "${terms.prices.book}" ships; give one`);
  const world = createWorld({ contract: terms, priceBook: book, events, now: clock.now });
  const controlToken = randomBytes(16).toString("hex");
  const control = {
    clock,
    token: controlToken,
    send: sendOverNetwork,
    sleep: sleepForReal,
    ...(callbacksAnywhere && { callbacksAnywhere }),
  };
  const mock = createMock(world, { ...rest, control });
  const served = await serve({ mock, port });
  return {
    url: served.url,
    account: world.main.sid,
    authToken: world.main.authToken,
    controlToken,
    control: createControlClient({ url: served.url, token: controlToken, fetch }),
    mock,
    world,
    clock,
    close: served.close,
    [Symbol.asyncDispose]: served.close,
  };
}

const plainBook = "twilio-us-2026-08";
const plainContract = {
  account: "AC00000000000000000000000000000001",
  currency: "USD",
  timeZone: "UTC",
  opened: "2025-01-01T00:00:00Z",
  plan: [{ model: "active-user-hour", from: "2025-01-01", price: "1.00" }],
  prices: { book: plainBook },
};

function contractOf(document: unknown): Contract {
  const read = parseContract(document);
  if (read.ok) return read.value;
  throw new TypeError(`contract: ${described(read.issues)}`);
}

function described(issues: readonly Issue[]): string {
  return issues.map((issue) => `${issue.path === "" ? "" : `${issue.path}: `}${describeIssue(issue, "en")}`).join("\n");
}
