import { buildCommand, type Command } from "@stricli/core";
import type { CompareFlags } from "../../commands/compare.ts";
import type { DiffFlags } from "../../commands/diff.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { hoursOption, settingOption, text, thresholdOption } from "../parsers.ts";

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

/** `flexbill diff` */
export function diffRoute(options: Options): Command<Context> {
  const { brief, events, prices, optionalMonth, asOf, lang, output, quiet } = options;
  return buildCommand<DiffFlags, [string, string], Context>({
    loader: async () => (await import("../../commands/diff.ts")).diffCommand,
    parameters: {
      flags: {
        events,
        month: optionalMonth,
        prices,
        asOf,
        threshold: {
          kind: "parsed",
          parse: thresholdOption,
          brief: brief.diffThreshold,
          optional: true,
          placeholder: "AMOUNT",
        },
        format: formatOption(options, ["text", "json", "markdown"]),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
      positional: {
        kind: "tuple",
        parameters: [
          { brief: brief.diffBefore, parse: text, placeholder: "BEFORE" },
          { brief: brief.diffNow, parse: text, placeholder: "NOW" },
        ],
      },
    },
    docs: {
      brief: brief.diff,
      fullDescription: described(options, brief.diff, [
        "flexbill diff april.json may.json --threshold 100",
        "flexbill diff flexbill.yaml proposed.yaml --events events.ndjson --month 2025-05 --format markdown",
      ]),
    },
  });
}
