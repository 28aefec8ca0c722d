import { floor, formatDecimal, formatInstant, instant, secondsBetween } from "@flexbill/kernel";
import type { CallLegEvent } from "@flexbill/usage";
import type { Account } from "./account.ts";
import { countryOf } from "./parties.ts";
import type { World } from "./world.ts";

/** Seconds that a call lasts which a client makes and nobody ends. */
const usualSeconds = 60;
const source = "/flexbill/mock";

/** Makes a call now: it is answered at once and lasts a minute, or its time limit if that is shorter. */
export function makeCall(
  world: World,
  account: Account,
  asked: { readonly to: string; readonly from: string; readonly timeLimit: string | null },
): string {
  const sid = world.sids.next("CA");
  const limit = /^\d{1,6}$/.test(asked.timeLimit ?? "") ? Number(asked.timeLimit) : usualSeconds;
  const event: CallLegEvent = {
    specversion: "1.0",
    id: sid,
    source,
    type: "dev.flexbill.call-leg",
    subject: account.sid,
    data: {
      call: sid,
      leg: legTo(asked.to),
      direction: "outbound",
      country: countryOf(asked.to),
      numberType: "local",
      ...(asked.to.startsWith("sip:") ? { peer: "customer-equipment" as const } : {}),
      start: formatInstant(world.now()),
      seconds: String(Math.min(limit, usualSeconds)),
      status: "completed",
      user: null,
    },
  };
  account.calls.between(sid, { to: asked.to, from: asked.from });
  world.happened(event);
  return sid;
}

/** Ends a call that goes on: it lasted up to now. */
export function endCall(world: World, account: Account, sid: string): void {
  const event = account.calls.eventOf(sid);
  if (event === undefined) return;
  const seconds = formatDecimal(floor(secondsBetween(instant(event.data.start), world.now())));
  world.becameKnown({ ...event, data: { ...event.data, seconds } });
}

function legTo(to: string): "pstn" | "client" | "sip" {
  if (to.startsWith("client:")) return "client";
  return to.startsWith("sip:") ? "sip" : "pstn";
}
