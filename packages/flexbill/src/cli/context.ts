import type { CommandContext } from "@stricli/core";
import type { ExitCode } from "../exit-code.ts";
import type { Session } from "../host.ts";

/** What a command has at hand, and how it leaves its exit code. */
export interface Context extends CommandContext {
  readonly session: Session;
  readonly leave: (code: ExitCode) => void;
}
