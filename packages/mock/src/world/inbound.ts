import {
  add,
  ceiling,
  type Decimal,
  decimal,
  divide,
  type Exact,
  isZero,
  multiply,
  one,
  parseExact,
  subtract,
  sum,
  zero,
} from "@flexbill/kernel";
import type { FlexEvent, UsageRow } from "@flexbill/usage";

/** How much of a month came in, by what the metering keeps no direction of: client legs, SIP legs, channel messages. */
export type Inbound = ReadonlyMap<string, Decimal>;

const products = { client: "voice-javascript-sdk", sip: "sip-interface", pstn: undefined } as const;
const undirected: ReadonlySet<string> = new Set(["voice-javascript-sdk", "sip-interface", "channels-messages"]);
const channels: ReadonlySet<string> = new Set(["whatsapp", "messenger", "rcs"]);
const minute = decimal(60);

/** Counts an event in, in the unit of its product. */
export function countInbound(into: Map<string, Decimal>, event: FlexEvent): void {
  if (event.type === "dev.flexbill.message") {
    const { channel, direction } = event.data;
    if (direction === "inbound" && channels.has(channel)) bump(into, `channels-messages/${channel}`, one);
  } else if (event.type === "dev.flexbill.call-leg") {
    const { leg, direction, status, seconds } = event.data;
    const product = products[leg];
    if (product === undefined || direction !== "inbound" || status !== "completed") return;
    const lasted = parseExact(seconds);
    if (lasted.ok) bump(into, product, ceiling(divide(lasted.value, minute)));
  }
}

/** A part of a row that went one way, where its product has a category for each. */
export interface Directed {
  readonly row: UsageRow;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly quantity: Exact;
}

/** The rows with what came in apart from what went out; rows of other products stay whole. */
export function directed(rows: readonly UsageRow[], inbound: Inbound): readonly Directed[] {
  const groups = Map.groupBy(rows, keyOf);
  const wholes = new Map([...groups].map(([key, each]) => [key, sum(each.map(({ quantity }) => quantity))]));
  return rows.flatMap((row) => {
    const key = keyOf(row);
    const whole = wholes.get(key) ?? zero;
    if (!undirected.has(row.product) || isZero(whole))
      return [{ row, dimensions: row.dimensions, quantity: row.quantity }];
    const came = multiply(row.quantity, divide(inbound.get(key) ?? zero, whole));
    const part = (direction: string, quantity: Exact) =>
      isZero(quantity) ? [] : [{ row, dimensions: { ...row.dimensions, direction }, quantity }];
    return [...part("inbound", came), ...part("outbound", subtract(row.quantity, came))];
  });
}

function keyOf({ product, dimensions }: UsageRow): string {
  return product === "channels-messages" ? `${product}/${dimensions["channel"] ?? ""}` : product;
}

function bump(into: Map<string, Decimal>, key: string, quantity: Decimal): void {
  into.set(key, add(into.get(key) ?? zero, quantity));
}
