import { formatInstant } from "@flexbill/kernel";
import { segments } from "@flexbill/products";
import type { Channel, MessageEvent } from "@flexbill/usage";
import type { Account } from "./account.ts";
import type { Said } from "./messages.ts";
import { countryOf } from "./parties.ts";
import type { World } from "./world.ts";

const channelPrefixes: readonly Channel[] = ["whatsapp", "messenger", "rcs"];

/** Sends a message now, and says its SID: the world delivers it at once and bills it. */
export function makeMessage(world: World, account: Account, said: Said): string {
  const channel = channelOf(said);
  const sid = world.sids.next(channel === "mms" ? "MM" : "SM");
  const event: MessageEvent = {
    specversion: "1.0",
    id: sid,
    source: "/flexbill/mock",
    type: "dev.flexbill.message",
    subject: account.sid,
    data: {
      message: sid,
      channel,
      direction: "outbound",
      at: formatInstant(world.now()),
      segments: channel === "sms" ? String(Math.max(1, segments(said.body).segments)) : null,
      country: countryOf(said.to),
      numberType: "local",
      carrier: null,
      provider: null,
      user: null,
      customer: said.to,
    },
  };
  account.messages.say(sid, said);
  world.happened(event);
  return sid;
}

function channelOf({ to, media }: Said): Channel {
  const channel = channelPrefixes.find((each) => to.startsWith(`${each}:`));
  return channel ?? (media > 0 ? "mms" : "sms");
}
