import { answerRequest, type Charge, type Invoice } from "../src/index.ts";

const account = "AC00000000000000000000000000000001";
let count = 0;

/** An event of the account, with an identity of its own. */
export function event(type: string, data: object): object {
  count += 1;
  return {
    specversion: "1.0",
    id: `e${count}`,
    source: "/small",
    type: `dev.flexbill.${type}`,
    subject: account,
    data,
  };
}

/** Usage metered elsewhere, in the middle of May. */
export function used(product: string, unit: string, quantity: string, more: object = {}): object {
  const data = { product, unit, quantity, at: "2025-05-10T10:00:00Z", user: null, dimensions: {}, ...more };
  return event("usage", data);
}

/** Hours of presence of a user in May. */
export function present(user: string, hours: number, day = "2025-05-06"): object {
  const end = `${day}T${String(hours).padStart(2, "0")}:00:00Z`;
  return event("presence", { user, activity: "WA2", start: `${day}T00:00:00Z`, end });
}

/** A fee that a provider told. */
export function fee(provider: string, amount: string, currency = "USD"): object {
  const data = {
    provider,
    product: "third-party-voice",
    amount,
    currency,
    at: "2025-05-09T10:00:00Z",
    reference: null,
  };
  return event("fee", data);
}

/** What a test says of a month; everything else is plain: USD, UTC, May 2025, one dollar an hour, no list prices. */
export interface SmallMonth {
  readonly contract?: object;
  readonly events?: readonly object[];
  readonly priceBook?: unknown;
  readonly month?: string;
  readonly asOf?: string;
}

/** Rates a small month. */
export function rated({ contract = {}, events = [], priceBook = [], month = "2025-05", ...rest }: SmallMonth): Invoice {
  const plan = [{ model: "active-user-hour", price: "1.00" }];
  const answer = answerRequest({
    contract: { account, currency: "USD", plan, ...contract },
    events,
    priceBook,
    month,
    ...rest,
  });
  const { id: _, ...invoice } = answer;
  if ("charges" in invoice) return invoice;
  throw new Error(JSON.stringify(answer.issues));
}

/** Lines as short texts: id, quantity, amount, and the currency where it is not USD. */
export function lines(small: SmallMonth): readonly string[] {
  return rated(small).charges.map(lineText);
}

function lineText({ id, quantity, amount: { low, high }, currency }: Charge): string {
  const range = low === high ? low : `${low}..${high ?? "?"}`;
  return `${id} ${quantity} = ${range}${currency === "USD" ? "" : ` ${currency}`}`;
}
