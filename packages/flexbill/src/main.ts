import { run } from "@stricli/core";
import { buildApp } from "./cli/app.ts";
import type { Context } from "./cli/context.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { Host } from "./host.ts";
import { languageOf } from "./languages.ts";
import { mirrorEnvironment } from "./mirror-environment.ts";

/** Runs one command line and answers with its exit code. */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
  const language = languageOf(args, host.env);
  const app = buildApp(language, host.version);
  let left: ExitCode | undefined;
  const outcome: { exitCode?: number | string | null } = {};
  const context: Context & { readonly process: typeof outcome & Context["process"] } = {
    process: Object.assign(outcome, { stdout: { write: host.out.write }, stderr: { write: host.err.write } }),
    session: { host, language },
    leave: (code) => {
      left = code;
    },
  };
  await run(app, mirrorEnvironment(app.root, args, host.env), context);
  return left ?? codeOf(outcome.exitCode);
}

const known: readonly unknown[] = Object.values(exitCodes);
/** What the parser of the command line calls an unknown command and a bad argument. */
const notUnderstood: readonly unknown[] = [-5, -4];

function codeOf(code: number | string | null | undefined): ExitCode {
  if (notUnderstood.includes(code)) return exitCodes.request;
  return known.includes(code) ? (code as ExitCode) : exitCodes.fault;
}
