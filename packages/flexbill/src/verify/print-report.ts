import {
  type Reported,
  type RunAsked,
  renderFailure,
  renderGithub,
  renderJson,
  renderJunit,
  renderSummary,
} from "@flexbill/invariants";
import type { Context } from "../cli/context.ts";
import { openTarget } from "../output/write-aside.ts";
import type { reportFormats } from "./forms.ts";
import { replayLine } from "./replay-line.ts";

/** How a report is wanted. */
export interface ReportFlags {
  readonly format: (typeof reportFormats)[number];
  readonly output?: string;
  readonly failures: string;
}

/** What there is to report; `ending` makes the last line of the text from the summary. */
export interface Reporting {
  readonly reported: readonly Reported[];
  readonly asked: RunAsked;
  readonly ending: (summary: string) => string;
}

/** Writes the report of a run in the form that is wanted, to where it is wanted. */
export async function printReport(context: Context, flags: ReportFlags, reporting: Reporting): Promise<void> {
  const { reported, asked } = reporting;
  const render = {
    text: () => renderText(context, flags, reporting),
    json: () => renderJson(reported, asked),
    junit: () => renderJunit(reported),
    github: () => renderGithub(reported),
  }[flags.format];
  const target = openTarget(flags.output, context.session.host);
  await target.write(render());
  await target.keep();
}

function renderText(
  { session: { host, language } }: Context,
  flags: ReportFlags,
  { reported, asked, ending }: Reporting,
) {
  const adapter = asked.adapter ?? undefined;
  const failures = reported.flatMap(({ law, failure }) =>
    failure === undefined
      ? []
      : [renderFailure(law, failure, replayLine(host, { ...flags, adapter }, failure.token), language)],
  );
  const runs = reported.map(({ run }) => run);
  return `${[...failures, ending(renderSummary(runs, language))].join("\n")}\n`;
}
