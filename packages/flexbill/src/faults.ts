import type { Language } from "@flexbill/kernel";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { reasonOf } from "./reason-of.ts";
import { wordsOf } from "./words.ts";

/** A failure of the world outside: the system gave it a code such as ENOSPC. */
function isOutside(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** The exit code of something thrown: the system's refusals are not our faults. */
export const exitCodeOf = (error: unknown): ExitCode => (isOutside(error) ? exitCodes.outside : exitCodes.fault);

/** What to tell about something thrown: a sentence for the system's refusals, and how to report a fault of ours. */
export function faultText(error: unknown, language: Language): string {
  if (isOutside(error)) return wordsOf(language).outside(error.message);
  const stack = error instanceof Error && error.stack !== undefined ? `\n${error.stack}` : "";
  return wordsOf(language).fault(reasonOf(error)) + stack;
}
