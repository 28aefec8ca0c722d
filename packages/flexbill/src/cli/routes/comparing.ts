import { buildCommand, type Command } from "@stricli/core";
import type { CompareFlags } from "../../commands/compare.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { hoursOption, settingOption } from "../parsers.ts";

/** `flexbill compare` */
export function compareRoute(options: Options): Command<Context> {
  const { brief, contract, events, prices, months, asOf, lang, output, quiet } = options;
  return buildCommand<CompareFlags, [], Context>({
    loader: async () => (await import("../../commands/compare.ts")).compareCommand,
    parameters: {
      flags: {
        contract,
        events,
        prices,
        month: months,
        asOf,
        set: {
          kind: "parsed",
          parse: settingOption,
          brief: brief.set,
          optional: true,
          variadic: true,
          placeholder: "KEY=VALUE",
        },
        shiftHours: {
          kind: "parsed",
          parse: hoursOption,
          brief: brief.shiftHours,
          default: "12",
          placeholder: "HOURS",
        },
        format: formatOption(options, ["text", "json", "csv", "svg"]),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.compare,
      fullDescription: described(options, brief.compare, [
        "flexbill compare --events events.ndjson --month 2025-05",
        "flexbill compare --events events.ndjson --month 2025-05 --set plan.0.price=0.90",
        "flexbill compare --events events.ndjson --month 2025-04 --month 2025-05 --format svg -o plans.svg",
      ]),
    },
  });
}
