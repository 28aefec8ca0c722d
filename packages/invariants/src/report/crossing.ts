import type { Language } from "@flexbill/kernel";
import type { PlansCase } from "../explore/plans-cross.ts";
import type { Counterexample } from "./counterexample.ts";
import { columns, indented, renderRequest, wordsOf } from "./text.ts";

/** A month in which two plans cross: the month, what each plan comes to without its last event and with it. */
export function renderCrossing(found: Counterexample, replay: string, language: Language): string {
  const words = wordsOf(language);
  const { month } = found.given as PlansCase;
  const {
    plan: _,
    commitment: _c,
    support: _s,
    tax: _t,
    adjustments: _a,
    assumptions: _as,
    ...contract
  } = month.contract;
  const last = month.events.at(-1)?.id ?? "";
  const plans = found.findings.map(({ line }) => line);
  const rows = found.findings.map(({ line, expected, actual }) => [line, expected, actual]);
  const currency = month.contract.currency;
  return [
    words.cross(plans),
    `  ${words.month}`,
    indented(indented(renderRequest({ ...month, contract }, words))),
    "",
    indented(columns([[currency, words.without(last), words.having(last)], ...rows])),
    "",
    `  ${words.shrunk(found.events.original, found.events.shrunk, found.run)}`,
    `  ${words.replay}  ${replay}`,
    "",
  ].join("\n");
}
