import type { Charge } from "@flexbill/charges";
import type { Explained } from "./explained.ts";
import type { Word } from "./words.en.ts";
import { hang } from "./wrap.ts";

/** What would change the amount of a charge: its own kind's levers, open ends, and the switches that it rests on. */
export function whatWouldChange({ invoice, charge, speech, style, width }: Explained): string {
  const levers = [...leversOf(charge), ...(invoice.status === undefined ? [] : (["changeLate"] as const))];
  const lines = [
    ...levers.map((lever) => speech.say(lever)),
    ...charge.assumptions.map((key) => speech.say("changeAssumption", { key })),
  ];
  if (lines.length === 0) return "";
  return [style.strong(speech.say("whatIf")), ...lines.map((line) => hang("  - ", line, width))].join("\n");
}

function leversOf(charge: Charge): readonly Word[] {
  const { kind, amount, prices, users } = charge;
  const bounds: readonly (readonly [boolean, Word])[] = [
    [kind === "license" && charge.product === "flex-active-user-hour", "changeHours"],
    [kind === "license" && charge.product === "flex-named-user", "changeSeats"],
    [kind === "overage" && users.some(({ allowance }) => allowance !== null), "changeAllowance"],
    [kind === "overage" && users.every(({ allowance }) => allowance === null), "changeUnknownLimit"],
    [kind === "third-party", "changeThirdParty"],
    [kind === "breach", "changeUseCase"],
    [amount.high === null, "changeMissingPrice"],
    [prices.some(({ list }) => list === "book"), "changeOwnPrice"],
  ];
  return bounds.flatMap(([holds, word]) => (holds ? [word] : []));
}
