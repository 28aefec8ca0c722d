import type { FlexEvent } from "@flexbill/usage";

/** A product that an event adds one to the count of, with what decides its leaf category, the direction included. */
export interface Counted {
  readonly product: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

const legProducts = { pstn: "pstn-voice", client: "voice-javascript-sdk", sip: "sip-interface" } as const;
const platformChannels: ReadonlySet<string> = new Set(["whatsapp", "messenger", "rcs"]);

/**
 * What a Usage Record counts when this happens: calls, messages and recordings, where its `usage` is minutes or segments.
 * An event that is in no list here counts as much as it uses.
 *
 * @example
 * ```ts
 * countedIn(completedClientLeg).map((each) => each.product); // ["programmable-voice-platform", "voice-javascript-sdk"]
 * ```
 */
export function countedIn(event: FlexEvent): readonly Counted[] {
  switch (event.type) {
    case "dev.flexbill.call-leg":
      return event.data.status === "completed" ? legCounts(event.data.leg, event.data.direction) : [];
    case "dev.flexbill.message":
      return messageCounts(event.data);
    case "dev.flexbill.recording":
      return [counted("call-recording"), counted("recording-storage")];
    default:
      return [];
  }
}

function legCounts(leg: keyof typeof legProducts, direction: string): readonly Counted[] {
  const product = leg === "pstn" ? `${legProducts.pstn}-${direction}` : legProducts[leg];
  return [counted("programmable-voice-platform"), counted(product, leg === "pstn" ? {} : { direction })];
}

function messageCounts(message: {
  readonly channel: string;
  readonly direction: string;
  readonly numberType?: string | null;
  readonly carrier?: string | null;
}): readonly Counted[] {
  const { channel, direction, numberType = null, carrier = null } = message;
  if (channel === "email") return [counted("flex-email")];
  if (platformChannels.has(channel)) return [counted("channels-messages", { channel, direction })];
  if (channel !== "sms" && channel !== "mms") return [];
  const sent = counted(`${channel}-${direction}`, numberType === null ? {} : { numberType });
  return carrier === null ? [sent] : [sent, counted("carrier-fee", { channel })];
}

function counted(product: string, dimensions: Counted["dimensions"] = {}): Counted {
  return { product, dimensions };
}
