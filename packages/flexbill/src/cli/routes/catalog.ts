import { buildCommand, buildRouteMap, type RouteMap } from "@stricli/core";
import type { CatalogFlags, CheckFlags } from "../../commands/catalog.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { text } from "../parsers.ts";

/** `flexbill catalog [SEARCH]` and `flexbill catalog check BOOK`; a search needs no name of its own. */
export function catalogRoute(options: Options): RouteMap<Context> {
  const { brief, lang, output } = options;
  const search = buildCommand<CatalogFlags, string[], Context>({
    loader: async () => (await import("../../commands/catalog.ts")).catalogCommand,
    parameters: {
      flags: { format: formatOption(options, ["text", "json"]), lang, output },
      aliases: { o: "output" },
      positional: { kind: "array", parameter: { brief: brief.search, parse: text, placeholder: "SEARCH" } },
    },
    docs: {
      brief: brief.catalogSearch,
      fullDescription: described(options, brief.catalogSearch, [
        "flexbill catalog recording",
        "flexbill catalog 議事録",
      ]),
    },
  });
  const check = buildCommand<CheckFlags, [string], Context>({
    loader: async () => (await import("../../commands/catalog.ts")).checkCommand,
    parameters: {
      flags: { lang },
      positional: { kind: "tuple", parameters: [{ brief: brief.book, parse: text, placeholder: "BOOK" }] },
    },
    docs: {
      brief: brief.catalogCheck,
      fullDescription: described(options, brief.catalogCheck, [
        "flexbill catalog check twilio-us-2026-08",
        "flexbill catalog check prices.yaml",
      ]),
    },
  });
  return buildRouteMap({ routes: { search, check }, defaultCommand: "search", docs: { brief: brief.catalog } });
}
