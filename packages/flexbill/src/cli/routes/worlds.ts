import { buildCommand, type Command } from "@stricli/core";
import type { DemoFlags } from "../../commands/demo.ts";
import type { MockOnlyFlags } from "../../commands/mock.ts";
import type { SimulateFlags } from "../../commands/simulate.ts";
import type { Context } from "../context.ts";
import { described } from "../examples.ts";
import type { Options } from "../options.ts";
import { text } from "../parsers.ts";

/** `flexbill simulate` */
export function simulateRoute(options: Options): Command<Context> {
  const { brief, months, seed, account, rateCard, show, stats, lang, output, quiet } = options;
  return buildCommand<SimulateFlags, [string], Context>({
    loader: async () => (await import("../../commands/simulate.ts")).simulateCommand,
    parameters: {
      flags: { month: months, seed, account, rateCard, show, stats, lang, output, quiet },
      aliases: { o: "output" },
      positional: { kind: "tuple", parameters: [{ brief: brief.profileOrFile, parse: text, placeholder: "PROFILE" }] },
    },
    docs: {
      brief: brief.simulate,
      fullDescription: described(options, brief.simulate, [
        "flexbill simulate clinic --month 2026-05 --seed 7 -o events.ndjson --stats",
        "flexbill simulate clinic --show contract -o flexbill.json",
        "flexbill simulate our-centre.yaml --month 2026-05 --month 2026-06 --rate-card meta.yaml",
      ]),
    },
  });
}

/** `flexbill mock` */
export function mockRoute(options: Options): Command<Context> {
  const {
    brief,
    optionalMonth,
    seed,
    port,
    profileName,
    dataFolder,
    worldFile,
    rate,
    strict,
    controlToken,
    lang,
    quiet,
  } = options;
  return buildCommand<MockOnlyFlags, [], Context>({
    loader: async () => (await import("../../commands/mock.ts")).mockCommand,
    parameters: {
      flags: {
        port,
        profile: profileName,
        month: optionalMonth,
        seed,
        world: worldFile,
        data: dataFolder,
        rate,
        strict,
        controlToken,
        lang,
        quiet,
      },
    },
    docs: {
      brief: brief.mock,
      fullDescription: described(options, brief.mock, [
        "flexbill mock --port 4010",
        "flexbill mock --profile demo --seed 7 --control-token TOKEN",
        "flexbill mock --rate 3600",
        "flexbill mock --world world.json --rate 0",
        "flexbill mock --data world",
      ]),
    },
  });
}

/** `flexbill demo` */
export function demoRoute(options: Options): Command<Context> {
  const { brief, optionalMonth, seed, port, lang, quiet } = options;
  return buildCommand<DemoFlags, [], Context>({
    loader: async () => (await import("../../commands/demo.ts")).demoCommand,
    parameters: { flags: { port, month: optionalMonth, seed, lang, quiet } },
    docs: {
      brief: brief.demo,
      fullDescription: described(options, brief.demo, ["flexbill demo", "flexbill demo --lang ja"]),
    },
  });
}
