import type { NumberType, Peer, UseCase } from "@flexbill/usage";
import type { Centre } from "../centre.ts";
import { instantText } from "../clock/instant-text.ts";
import { isWanted, tell, wholeSeconds } from "./tell.ts";

/** Where a leg leads: the telephone network, a browser, or SIP to a peer. */
export type Route =
  | { readonly leg: "pstn"; readonly country: string; readonly numberType: NumberType }
  | { readonly leg: "client" }
  | { readonly leg: "sip"; readonly peer: Peer };

/** A leg of a call, told when it ends. */
export interface Leg {
  readonly account: string;
  readonly call: string;
  readonly direction: "inbound" | "outbound";
  readonly route: Route;
  readonly start: number;
  /** Milliseconds that are paid for; 0 where it was not completed. */
  readonly length: number;
  readonly status: string;
  readonly user: string | null;
  readonly useCase?: UseCase | undefined;
}

/** Tells a leg; it belongs to where it starts. */
export function tellLeg(centre: Centre, leg: Leg, now: number): void {
  const { account, call, direction, route, start, length, status, user, useCase } = leg;
  if (!isWanted(centre, start)) return;
  const at = instantText(start);
  const seconds = wholeSeconds(length);
  const use = useCase === undefined ? {} : { useCase };
  if (route.leg === "pstn") {
    const { country, numberType } = route;
    const data = {
      call,
      leg: "pstn" as const,
      direction,
      country,
      numberType,
      start: at,
      seconds,
      status,
      user,
      ...use,
    };
    tell(centre, now, account, "dev.flexbill.call-leg", data);
  } else if (route.leg === "client") {
    const data = { call, leg: "client" as const, direction, start: at, seconds, status, user, ...use };
    tell(centre, now, account, "dev.flexbill.call-leg", data);
  } else {
    const { peer } = route;
    const data = { call, leg: "sip" as const, direction, peer, start: at, seconds, status, user, ...use };
    tell(centre, now, account, "dev.flexbill.call-leg", data);
  }
}

/** A recording, told when it ends; its deletion is settled then. */
export interface Recorded {
  readonly account: string;
  readonly recording: string;
  readonly start: number;
  readonly end: number;
  readonly deleted: number;
  readonly user: string | null;
}

/** Tells a recording; it belongs to where it starts. */
export function tellRecording(centre: Centre, made: Recorded, now: number): void {
  const { account, recording, start, end, deleted, user } = made;
  if (!isWanted(centre, start)) return;
  tell(centre, now, account, "dev.flexbill.recording", {
    recording,
    start: instantText(start),
    seconds: wholeSeconds(end - start),
    deleted: instantText(deleted),
    user,
  });
}

/** Tells what a virtual agent's provider takes for a contact. */
export function tellBotFee(
  centre: Centre,
  account: string,
  {
    provider,
    fee,
  }: { readonly provider: string; readonly fee: { readonly amount: string; readonly currency: string } },
  reference: string,
  now: number,
): void {
  if (!isWanted(centre, now)) return;
  const { amount, currency } = fee;
  const data = {
    provider,
    product: "third-party-virtual-agent" as const,
    amount,
    currency,
    at: instantText(now),
    reference,
  };
  tell(centre, now, account, "dev.flexbill.fee", data);
}
