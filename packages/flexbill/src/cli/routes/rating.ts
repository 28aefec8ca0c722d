import { buildCommand, type Command } from "@stricli/core";
import type { ExplainFlags } from "../../commands/explain.ts";
import type { MeterFlags } from "../../commands/meter.ts";
import type { RateFlags } from "../../commands/rate.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { text } from "../parsers.ts";

/** `flexbill rate` */
export function rateRoute(options: Options): Command<Context> {
  const { brief, contract, events, prices, months, asOf, lang, output, quiet, batch, against } = options;
  return buildCommand<RateFlags, [], Context>({
    loader: async () => (await import("../../commands/rate.ts")).rateCommand,
    parameters: {
      flags: {
        contract,
        events,
        prices,
        month: months,
        asOf,
        batch,
        against,
        format: formatOption(options, ["text", "json", "csv"]),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.rate,
      fullDescription: described(options, brief.rate, [
        "flexbill rate --events events.ndjson --month 2025-05",
        "flexbill simulate demo --month 2025-05 | flexbill rate --contract flexbill.yaml --events - --month 2025-05 --format json",
        "flexbill rate --events events.ndjson --against invoiced.json",
        "flexbill rate --batch requests.ndjson -o answers.ndjson",
      ]),
    },
  });
}

/** `flexbill explain` */
export function explainRoute(options: Options): Command<Context> {
  const { brief, contract, events, prices, month, asOf, lang, output, quiet } = options;
  return buildCommand<ExplainFlags, [string], Context>({
    loader: async () => (await import("../../commands/explain.ts")).explainCommand,
    parameters: {
      flags: { contract, events, prices, month, asOf, lang, output, quiet },
      aliases: { o: "output" },
      positional: { kind: "tuple", parameters: [{ brief: brief.charge, parse: text, placeholder: "CHARGE" }] },
    },
    docs: {
      brief: brief.explain,
      fullDescription: described(options, brief.explain, [
        "flexbill explain license/flex-active-user-hour --events events.ndjson --month 2025-05",
      ]),
    },
  });
}

/** `flexbill meter` */
export function meterRoute(options: Options): Command<Context> {
  const { brief, contract, events, months, asOf, lang, output, quiet } = options;
  return buildCommand<MeterFlags, [], Context>({
    loader: async () => (await import("../../commands/meter.ts")).meterCommand,
    parameters: {
      flags: {
        contract,
        events,
        month: months,
        asOf,
        format: formatOption(options, ["ndjson", "table", "csv"]),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.meter,
      fullDescription: described(options, brief.meter, [
        "flexbill meter --events events.ndjson --month 2025-05 --format table",
      ]),
    },
  });
}
