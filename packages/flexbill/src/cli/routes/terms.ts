import { buildCommand, buildRouteMap, type RouteMap } from "@stricli/core";
import type { TermsAccountFlags, TermsFlags } from "../../commands/terms.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import type { Options } from "../options.ts";
import { text } from "../parsers.ts";

/** `flexbill terms …` */
export function termsRoute(options: Options): RouteMap<Context> {
  const { brief, contract, asOf, lang, output } = options;
  const aliases = { o: "output" } as const;
  const load = async () => import("../../commands/terms.ts");
  const edition = { brief: brief.edition, parse: text, placeholder: "EDITION" };
  const list = buildCommand<TermsFlags, [], Context>({
    loader: async () => (await load()).termsListCommand,
    parameters: { flags: { lang, output }, aliases },
    docs: { brief: brief.termsList },
  });
  const show = buildCommand<TermsFlags, [string], Context>({
    loader: async () => (await load()).termsShowCommand,
    parameters: {
      flags: { lang, output },
      aliases,
      positional: { kind: "tuple", parameters: [{ brief: brief.clause, parse: text, placeholder: "CLAUSE" }] },
    },
    docs: {
      brief: brief.termsShow,
      fullDescription: described(options, brief.termsShow, ["flexbill terms show T-43"]),
    },
  });
  const diff = buildCommand<TermsFlags, [string, string], Context>({
    loader: async () => (await load()).termsDiffCommand,
    parameters: { flags: { lang, output }, aliases, positional: { kind: "tuple", parameters: [edition, edition] } },
    docs: {
      brief: brief.termsDiff,
      fullDescription: described(options, brief.termsDiff, ["flexbill terms diff before-2025-04-01 2025-04-01"]),
    },
  });
  const applies = buildCommand<TermsAccountFlags, [], Context>({
    loader: async () => (await load()).termsAppliesCommand,
    parameters: { flags: { contract, asOf, lang, output }, aliases },
    docs: { brief: brief.termsApplies },
  });
  const report = buildCommand<TermsAccountFlags, [], Context>({
    loader: async () => (await load()).termsReportCommand,
    parameters: { flags: { contract, asOf, lang, output }, aliases },
    docs: { brief: brief.termsReport },
  });
  return buildRouteMap({ routes: { list, show, diff, applies, report }, docs: { brief: brief.terms } });
}
