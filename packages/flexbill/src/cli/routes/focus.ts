import { buildCommand, buildRouteMap, type RouteMap } from "@stricli/core";
import type { FocusValidateFlags } from "../../commands/focus-validate.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { countOption, text } from "../parsers.ts";

/** `flexbill focus validate FILE` */
export function focusRoutes(options: Options): RouteMap<Context> {
  const { brief, lang, output, quiet } = options;
  const datasets = ["CostAndUsage", "InvoiceDetail", "BillingPeriod", "ContractCommitment"] as const;
  const validate = buildCommand<FocusValidateFlags, [string], Context>({
    loader: async () => (await import("../../commands/focus-validate.ts")).focusValidateCommand,
    parameters: {
      flags: {
        dataset: { kind: "enum", values: datasets, brief: brief.dataset, optional: true },
        criteria: {
          kind: "parsed",
          parse: text,
          brief: brief.criteria,
          optional: true,
          variadic: true,
          placeholder: "NAME",
        },
        limit: { kind: "parsed", parse: countOption, brief: brief.limit, default: "20", placeholder: "N" },
        format: formatOption(options, ["text", "json"]),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
      positional: { kind: "tuple", parameters: [{ brief: brief.focusFile, parse: text, placeholder: "FILE" }] },
    },
    docs: {
      brief: brief.focusValidate,
      fullDescription: described(options, brief.focusValidate, [
        "flexbill focus validate cost-and-usage.csv",
        "flexbill focus validate --criteria TAGGING_SUPPORTED --format json export.csv",
      ]),
    },
  });
  return buildRouteMap({ routes: { validate }, docs: { brief: brief.focus } });
}
