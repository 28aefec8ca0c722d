import { month } from "@flexbill/kernel";
import { parseContract } from "@flexbill/terms";
import { createEventReader, createMetering } from "@flexbill/usage";
import { forEachChunk } from "./lines.ts";

const contract = parseContract({
  account: `AC${"0".repeat(31)}1`,
  currency: "USD",
  logoutActivity: [{ activity: `WA${"0".repeat(32)}`, from: "2000-01-01T00:00:00Z" }],
  plan: [{ model: "active-user-hour", from: "2025-04-01", price: "1.00" }],
  prices: { book: "twilio-us-2026-08" },
});

/** What came out of metering a file. */
export interface MeteredLines {
  readonly events: number;
  readonly rows: number;
  readonly identities: number;
  readonly identityBytes: number;
}

/** The whole way: read, check every event, find duplicates and conflicts, meter October 2026, make the rows. */
export function meterLines(path: string): MeteredLines {
  if (!contract.ok) throw new Error(JSON.stringify(contract.issues));
  const metering = createMetering({ contract: contract.value, month: month("2026-10") });
  const reader = createEventReader({ file: path, onEvent: metering.add });
  forEachChunk(path, reader.push);
  const read = reader.finish();
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
  const { count, bytes } = metering.identities();
  return { events: read.value, rows: metering.finish().rows.length, identities: count, identityBytes: bytes };
}
