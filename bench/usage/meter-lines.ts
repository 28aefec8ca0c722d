import { month } from "@flexbill/kernel";
import { type Contract, parseContract } from "@flexbill/terms";
import { createEventReader, createMetering } from "@flexbill/usage";
import { forEachChunk } from "./lines.ts";

/** The account whose events are generated. */
const generated = `AC${"0".repeat(31)}1`;

function contractOf(account: string): Contract {
  const contract = parseContract({
    account,
    currency: "USD",
    logoutActivity: [{ activity: `WA${"0".repeat(32)}`, from: "2000-01-01T00:00:00Z" }],
    plan: [{ model: "active-user-hour", from: "2025-04-01", price: "1.00" }],
    prices: { book: "twilio-us-2026-08" },
  });
  if (!contract.ok) throw new Error(JSON.stringify(contract.issues));
  return contract.value;
}

/** What came out of metering a file. */
export interface MeteredLines {
  readonly events: number;
  readonly rows: number;
  readonly identities: number;
  readonly identityBytes: number;
}

/**
 * The whole way: read, check every event, find duplicates and conflicts, meter October 2026, make the rows. For another
 * account than the events', all but the metering is done.
 */
export function meterLines(path: string, account = generated): MeteredLines {
  const metering = createMetering({ contract: contractOf(account), month: month("2026-10") });
  const reader = createEventReader({ file: path, onEvent: metering.add });
  forEachChunk(path, reader.push);
  const read = reader.finish();
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  const { count, bytes } = metering.identities();
  return { events: read.value, rows: metering.finish().rows.length, identities: count, identityBytes: bytes };
}
