import { callLegType } from "../events/call-leg.ts";
import type { FlexEvent } from "../events/event.ts";
import { feeType } from "../events/fee.ts";
import { memberNames } from "../events/member-names.ts";
import { type MessageProvider, messageType } from "../events/message.ts";
import { numberEventType } from "../events/number.ts";
import { hasOthers } from "../events/others.ts";
import { presenceType } from "../events/presence.ts";
import { recordingType } from "../events/recording.ts";
import { seatType } from "../events/seat.ts";
import { signInType } from "../events/sign-in.ts";
import { usageType } from "../events/usage.ts";

/** True where an event's `data` has members that formats.md does not name. */
export function hasStrangers(event: FlexEvent): boolean {
  switch (event.type) {
    case presenceType:
      return hasOthers(event.data, memberNames.presence);
    case messageType:
      return hasOthers(event.data, memberNames.message) || hasStrangersInside(event.data.provider);
    case callLegType:
      return hasOthers(event.data, memberNames.callLeg);
    case recordingType:
      return hasOthers(event.data, memberNames.recording);
    case usageType:
      return hasOthers(event.data, memberNames.usage);
    case feeType:
      return hasOthers(event.data, memberNames.fee);
    case seatType:
      return hasOthers(event.data, memberNames.seat);
    case signInType:
      return hasOthers(event.data, memberNames.signIn);
    case numberEventType:
      return hasOthers(event.data, memberNames.number);
  }
}

function hasStrangersInside(provider: MessageProvider | null): boolean {
  if (provider === null) return false;
  if (hasOthers(provider, memberNames.provider)) return true;
  return provider.fee !== null && hasOthers(provider.fee, memberNames.providerFee);
}
