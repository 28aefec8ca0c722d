import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { VerifyFlags } from "../../commands/verify.ts";
import type { VerifyInitFlags } from "../../commands/verify-init.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import { formatOption, type Options } from "../options.ts";
import { runsOption, shardOption, text } from "../parsers.ts";

/** `flexbill verify` with its parts. */
export function verifyRoutes(options: Options): RouteMap<Context> {
  return buildRouteMap({
    routes: { run: runRoute(options), init: initRoute(options) },
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
        bail: { kind: "boolean", brief: brief.bail, default: false, withNegated: false },
        failures: {
          kind: "parsed",
          parse: text,
          brief: brief.failures,
          default: "flexbill-failures",
          placeholder: "DIR",
        },
        format: formatOption(options, ["text", "json", "junit", "github"]),
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
        "flexbill verify --adapter faulty:tiers.volume --bail",
        "flexbill verify neutral --adapter 'cmd:python3 rater.py' --runs 500",
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
