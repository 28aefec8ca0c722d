import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { VerifyFlags } from "../../commands/verify.ts";
import type { VerifyInitFlags } from "../../commands/verify-init.ts";
import type { VerifyMergeFlags } from "../../commands/verify-merge.ts";
import { defaultFailures, reportFormats } from "../../verify/forms.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { runsOption, secondsOption, shardOption, text } from "../parsers.ts";

/** `flexbill verify` with its parts. */
export function verifyRoutes(options: Options): RouteMap<Context> {
  return buildRouteMap({
    routes: { run: runRoute(options), merge: mergeRoute(options), init: initRoute(options) },
    defaultCommand: "run",
    docs: { brief: options.brief.verify },
  });
}

function runRoute(options: Options): Command<Context> {
  const { brief, seed, lang, output, quiet } = options;
  return buildCommand<VerifyFlags, string[], Context>({
    loader: async () => (await import("../../commands/verify.ts")).verifyCommand,
    parameters: {
      flags: {
        adapter: {
          kind: "parsed",
          parse: text,
          brief: brief.adapter,
          optional: true,
          placeholder: "MODULE|cmd:…|URL|faulty:…",
        },
        runs: { kind: "parsed", parse: runsOption, brief: brief.runs, default: "2000", placeholder: "N" },
        seed,
        shard: { kind: "parsed", parse: shardOption, brief: brief.shard, optional: true, placeholder: "I/N" },
        replay: { kind: "parsed", parse: text, brief: brief.replay, optional: true, placeholder: "TOKEN" },
        explore: { kind: "boolean", brief: brief.explore, default: false, withNegated: false },
        bail: { kind: "boolean", brief: brief.bail, default: false, withNegated: false },
        patience: {
          kind: "parsed",
          parse: secondsOption,
          brief: brief.patience,
          default: "10",
          placeholder: "SECONDS",
        },
        failures: failuresOption(options),
        format: formatOption(options, reportFormats),
        lang,
        output,
        quiet,
      },
      aliases: { o: "output" },
      positional: { kind: "array", parameter: { brief: brief.suite, parse: text, placeholder: "SUITE" } },
    },
    docs: {
      brief: brief.verify,
      fullDescription: described(options, brief.verify, [
        "flexbill verify",
        "flexbill verify third-party --adapter ./rater.mjs --bail",
        "flexbill verify --explore --adapter ./rater.mjs --runs 1000",
        "flexbill verify --adapter faulty:tiers.volume --bail",
        "flexbill verify neutral --adapter 'cmd:python3 rater.py' --runs 500",
      ]),
    },
  });
}

function failuresOption({ brief }: Options) {
  return {
    kind: "parsed",
    parse: text,
    brief: brief.failures,
    default: defaultFailures,
    placeholder: "DIR",
  } as const;
}

function mergeRoute(options: Options): Command<Context> {
  const { brief, lang, output } = options;
  return buildCommand<VerifyMergeFlags, string[], Context>({
    loader: async () => (await import("../../commands/verify-merge.ts")).verifyMergeCommand,
    parameters: {
      flags: {
        failures: failuresOption(options),
        format: formatOption(options, reportFormats),
        lang,
        output,
      },
      aliases: { o: "output" },
      positional: { kind: "array", parameter: { brief: brief.report, parse: text, placeholder: "REPORT" } },
    },
    docs: {
      brief: brief.verifyMerge,
      fullDescription: described(options, brief.verifyMerge, [
        "flexbill verify --shard 1/2 --format json -o one.json",
        "flexbill verify merge one.json two.json --format junit -o report.xml",
      ]),
    },
  });
}

function initRoute(options: Options): Command<Context> {
  const { brief, lang } = options;
  return buildCommand<VerifyInitFlags, [], Context>({
    loader: async () => (await import("../../commands/verify-init.ts")).verifyInitCommand,
    parameters: {
      flags: {
        language: { kind: "enum", values: ["js", "python"], brief: brief.starterLanguage, default: "js" },
        lang,
      },
    },
    docs: { brief: brief.verifyInit, fullDescription: described(options, brief.verifyInit, ["flexbill verify init"]) },
  });
}
