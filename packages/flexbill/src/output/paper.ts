import type { Language } from "@flexbill/kernel";
import type { Session } from "../host.ts";

/** How wide and how coloured a text may be. */
export interface Paper {
  readonly language: Language;
  readonly width: number;
  readonly colour: boolean;
}

const narrowest = 80;
const widest = 120;

/** The paper of a result: the terminal that it goes to, or a plain page of 80 columns. */
export function paper({ host, language }: Session, output?: string): Paper {
  const onTerminal = host.out.isTerminal && (output === undefined || output === "-");
  const width = onTerminal ? Math.min(widest, Math.max(narrowest, host.out.columns ?? narrowest)) : narrowest;
  return { language, width, colour: onTerminal && !host.env["NO_COLOR"] && host.env["TERM"] !== "dumb" };
}
