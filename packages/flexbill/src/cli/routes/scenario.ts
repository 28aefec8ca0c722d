import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { ScenarioRunFlags } from "../../commands/scenario-run.ts";
import { scenarioFormats } from "../../scenario/render.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { drawOption, runsOption, text } from "../parsers.ts";

/** `flexbill scenario` with its parts. */
export function scenarioRoutes(options: Options): RouteMap<Context> {
  return buildRouteMap({
    routes: { run: runRoute(options), new: newRoute(options), schema: schemaRoute(options) },
    docs: { brief: options.brief.scenario },
  });
}

function runRoute(options: Options): Command<Context> {
  const { brief, lang, output, quiet, seed } = options;
  return buildCommand<ScenarioRunFlags, string[], Context>({
    loader: async () => (await import("../../commands/scenario-run.ts")).scenarioRunCommand,
    parameters: {
      flags: {
        runs: { kind: "parsed", parse: runsOption, brief: brief.storyRuns, default: "100", placeholder: "N" },
        seed,
        replay: { kind: "parsed", parse: drawOption, brief: brief.storyReplay, optional: true, placeholder: "T" },
        format: formatOption(options, scenarioFormats),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
      positional: { kind: "array", parameter: { brief: brief.story, parse: text, placeholder: "PATH" } },
    },
    docs: {
      brief: brief.scenarioRun,
      fullDescription: described(options, brief.scenarioRun, [
        "flexbill scenario run scenarios",
        "flexbill scenario run mine.yaml --format junit -o report.xml",
      ]),
    },
  });
}

function newRoute(options: Options): Command<Context> {
  const { brief, lang } = options;
  return buildCommand<{ readonly lang?: "en" | "ja" }, [string], Context>({
    loader: async () => (await import("../../commands/scenario-new.ts")).scenarioNewCommand,
    parameters: {
      flags: { lang },
      positional: { kind: "tuple", parameters: [{ brief: brief.newStory, parse: text, placeholder: "FILE" }] },
    },
    docs: {
      brief: brief.scenarioNew,
      fullDescription: described(options, brief.scenarioNew, ["flexbill scenario new mine.yaml"]),
    },
  });
}

function schemaRoute(options: Options): Command<Context> {
  const { brief, output } = options;
  return buildCommand<{ readonly output?: string }, [], Context>({
    loader: async () => (await import("../../commands/scenario-schema.ts")).scenarioSchemaCommand,
    parameters: { flags: { output }, aliases: { o: "output" } },
    docs: {
      brief: brief.scenarioSchema,
      fullDescription: described(options, brief.scenarioSchema, ["flexbill scenario schema -o scenario.schema.json"]),
    },
  });
}
