import { callLegSchema } from "./call-leg.ts";
import { feeSchema } from "./fee.ts";
import { messageSchema } from "./message.ts";
import { numberSchema } from "./number.ts";
import { presenceSchema } from "./presence.ts";
import { recordingSchema } from "./recording.ts";
import { seatSchema } from "./seat.ts";
import { signInSchema } from "./sign-in.ts";
import { usageSchema } from "./usage.ts";

/** The names of the members of `data`, by kind of event, in the order of formats.md. */
export const memberNames = {
  presence: Object.keys(presenceSchema.shape.data.shape),
  message: Object.keys(messageSchema.shape.data.shape),
  callLeg: Object.keys(callLegSchema.shape.data.shape),
  recording: Object.keys(recordingSchema.shape.data.shape),
  usage: Object.keys(usageSchema.shape.data.shape),
  fee: Object.keys(feeSchema.shape.data.shape),
  seat: Object.keys(seatSchema.shape.data.shape),
  signIn: Object.keys(signInSchema.shape.data.shape),
  number: Object.keys(numberSchema.shape.data.shape),
  /** Of a message's provider, and of its fee. */
  provider: ["name", "category", "fee"],
  providerFee: ["amount", "currency"],
} as const satisfies Record<string, readonly string[]>;
