import { effectiveCosts, unknownPolicies } from "@flexbill/reports";
import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { ExportFocusFlags } from "../../commands/export-focus.ts";
import type { ExportInvoiceFlags } from "../../commands/export-invoice.ts";
import type { ExportChargesFlags, ExportUsageFlags } from "../../commands/export-tables.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { dateOption, filledOption, tagOption } from "../parsers.ts";

/** `flexbill export` with its parts. */
export function exportRoutes(options: Options): RouteMap<Context> {
  return buildRouteMap({
    routes: {
      focus: focusRoute(options),
      invoice: invoiceRoute(options),
      charges: chargesRoute(options),
      usage: usageRoute(options),
    },
    docs: { brief: options.brief.export },
  });
}

/** What every export reads, and how it writes. */
function common(options: Options) {
  const { brief, contract, events, months, asOf, lang, output, quiet } = options;
  const bom = { kind: "boolean", brief: brief.bom, default: false, withNegated: false } as const;
  const force = { kind: "boolean", brief: brief.force, default: false, withNegated: false } as const;
  return { contract, events, month: months, asOf, lang, output, force, bom, quiet } as const;
}

const optionalText = (brief: string, placeholder: string) =>
  ({ kind: "parsed", parse: filledOption, brief, optional: true, placeholder }) as const;

function focusRoute(options: Options): Command<Context> {
  const { brief, prices } = options;
  const datasets = ["CostAndUsage", "InvoiceDetail", "BillingPeriod", "ContractCommitment"] as const;
  return buildCommand<ExportFocusFlags, [], Context>({
    loader: async () => (await import("../../commands/export-focus.ts")).exportFocusCommand,
    parameters: {
      flags: {
        ...common(options),
        prices,
        dataset: { kind: "enum", values: datasets, brief: brief.exportDataset, optional: true },
        dir: optionalText(brief.exportDir, "DIR"),
        unknown: { kind: "enum", values: unknownPolicies, brief: brief.unknownPolicy, default: "high" },
        effectiveCost: { kind: "enum", values: effectiveCosts, brief: brief.effectiveCost, default: "billed" },
        invoiceId: optionalText(brief.invoiceId, "ID"),
        issued: { kind: "parsed", parse: dateOption, brief: brief.issued, optional: true, placeholder: "DATE" },
        issuer: optionalText(brief.issuer, "NAME"),
        accountName: optionalText(brief.accountName, "NAME"),
        contractId: optionalText(brief.contractId, "ID"),
        paymentTerms: optionalText(brief.paymentTerms, "TEXT"),
        tag: {
          kind: "parsed",
          parse: tagOption,
          brief: brief.tag,
          optional: true,
          variadic: true,
          placeholder: "KEY=VALUE",
        },
        format: formatOption(options, ["csv", "parquet"]),
      },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.exportFocus,
      fullDescription: described(options, brief.exportFocus, [
        "flexbill export focus --events events.ndjson --month 2025-05 -o cost-and-usage.csv",
        "flexbill export focus --events events.ndjson --month 2025-05 --dir focus --unknown low --tag team=support",
        "flexbill export focus --events events.ndjson --month 2025-05 --effective-cost cover-included -o cost-and-usage.csv",
        "flexbill export focus --events events.ndjson --month 2025-05 --dataset InvoiceDetail --format parquet -o details.parquet",
      ]),
    },
  });
}

function invoiceRoute(options: Options): Command<Context> {
  const { brief, prices } = options;
  return buildCommand<ExportInvoiceFlags, [], Context>({
    loader: async () => (await import("../../commands/export-invoice.ts")).exportInvoiceCommand,
    parameters: {
      flags: {
        ...common(options),
        prices,
        paper: { kind: "enum", values: ["a4", "letter"], brief: brief.paper, default: "a4" },
        format: formatOption(options, ["html", "markdown", "csv", "json"]),
      },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.exportInvoice,
      fullDescription: described(options, brief.exportInvoice, [
        "flexbill export invoice --events events.ndjson --month 2025-05 -o invoice.html",
        "flexbill export invoice --events events.ndjson --month 2025-05 --format csv --bom --lang ja -o invoice.csv",
      ]),
    },
  });
}

function chargesRoute(options: Options): Command<Context> {
  const { brief, prices } = options;
  return buildCommand<ExportChargesFlags, [], Context>({
    loader: async () => (await import("../../commands/export-tables.ts")).exportChargesCommand,
    parameters: {
      flags: { ...common(options), prices, format: formatOption(options, ["csv", "parquet"]) },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.exportCharges,
      fullDescription: described(options, brief.exportCharges, [
        "flexbill export charges --events events.ndjson --month 2025-05 --format parquet -o charges.parquet",
      ]),
    },
  });
}

function usageRoute(options: Options): Command<Context> {
  const { brief } = options;
  return buildCommand<ExportUsageFlags, [], Context>({
    loader: async () => (await import("../../commands/export-tables.ts")).exportUsageCommand,
    parameters: {
      flags: { ...common(options), format: formatOption(options, ["csv", "parquet"]) },
      aliases: { o: "output" },
    },
    docs: {
      brief: brief.exportUsage,
      fullDescription: described(options, brief.exportUsage, [
        "flexbill export usage --events events.ndjson --month 2025-04 --month 2025-05 -o usage.csv",
      ]),
    },
  });
}
