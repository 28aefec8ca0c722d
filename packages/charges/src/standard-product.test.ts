import { expect, test } from "vitest";
import { present, rated, used } from "../test/small-months.ts";

/** The list of the policy, as formats.md names and counts it. */
const standardProducts = [
  ["T-13", "agent-conference", "minute"],
  ["T-14", "answering-machine-detection", "recognition"],
  ["T-15", "automatic-speech-recognition", "recognition"],
  ["T-16", "call-recording", "minute"],
  ["T-17", "channels-messages", "message"],
  ["T-18", "flex-email", "message"],
  ["T-19", "flex-conversations", "user"],
  ["T-20", "flex-insights", "license"],
  ["T-21", "media-storage", "gb-month"],
  ["T-22", "programmable-voice-platform", "minute"],
  ["T-23", "proxy", "session"],
  ["T-24", "sip-interface", "minute"],
  ["T-25", "studio", "engagement"],
  ["T-26", "assets", "request"],
  ["T-27", "functions", "invocation"],
  ["T-28", "sync-actions", "action"],
  ["T-28", "sync-endpoint-hours", "hour"],
  ["T-29", "taskrouter", "task"],
  ["T-30", "voice-javascript-sdk", "minute"],
  ["T-31", "video", "participant-minute"],
  ["T-32", "voice-insights", "minute"],
] as const;

/** Three units of one user, each at ten cents on the list. */
function linesOf(product: string, unit: string, contract: object) {
  const events = [present("WKa", 1), used(product, unit, "3", { user: "WKa" })];
  const invoice = rated({ contract, events, priceBook: [{ product, unit, price: "0.1", currency: "USD" }] });
  return invoice.charges
    .filter((charge) => charge.product === product)
    .map(({ kind, quantity, unit: counted, amount, clauses }) => [
      `${kind} ${quantity} ${counted} ${amount.high}`,
      clauses[0],
    ]);
}

test.each(standardProducts)("%s: %s is free within its allowance and at list price beyond", (clause, product, unit) => {
  const allowances = [{ product, quantity: "2", per: "user-month", provenance: "contract" }];
  expect(linesOf(product, unit, { allowances })).toEqual([
    [`included 2 ${unit} 0.00`, clause],
    [`overage 1 ${unit} 0.10`, clause],
  ]);
});

test.each(standardProducts.filter(([, product]) => product !== "programmable-voice-platform"))(
  "%s: %s is included in nothing where the plan includes nothing",
  (clause, product, unit) => {
    const plan = [{ model: "user-plus-usage", price: "35" }];
    expect(linesOf(product, unit, { plan })).toEqual([[`usage 3 ${unit} 0.30`, clause]]);
  },
);
