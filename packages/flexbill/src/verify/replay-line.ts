import { called } from "../called.ts";
import type { Host } from "../host.ts";
import { defaultFailures } from "./forms.ts";

/** The command line that asks a kept failure again, to be copied into a shell. */
export function replayLine(
  host: Pick<Host, "env">,
  { adapter, failures }: { readonly adapter?: string | undefined; readonly failures: string },
  token: string,
): string {
  const rater = adapter === undefined ? "" : ` --adapter ${quoted(adapter)}`;
  const where = failures === defaultFailures ? "" : ` --failures ${quoted(failures)}`;
  return `${called(host)} verify${rater}${where} --replay ${quoted(token)}`;
}

function quoted(text: string): string {
  return /^[\w./:@=-][\w./:@=~-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
