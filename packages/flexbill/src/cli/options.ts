import type { Language } from "@flexbill/kernel";
import { briefsEn } from "./briefs.en.ts";
import { briefsJa } from "./briefs.ja.ts";
import { instantOption, monthOption, portOption, rateOption, seedOption, text } from "./parsers.ts";

/** The options that several commands share, described in a language. */
export function optionsIn(language: Language) {
  const brief = language === "ja" ? briefsJa : briefsEn;
  const file = { kind: "parsed", parse: text, placeholder: "FILE" } as const;
  return {
    brief,
    contract: { ...file, brief: brief.contract, optional: true },
    events: { ...file, brief: brief.events, optional: true, variadic: true },
    prices: { ...file, brief: brief.prices, optional: true, placeholder: "NAME|FILE" },
    months: {
      kind: "parsed",
      parse: monthOption,
      brief: brief.month,
      optional: true,
      variadic: true,
      placeholder: "YYYY-MM",
    },
    month: { kind: "parsed", parse: monthOption, brief: brief.oneMonth, placeholder: "YYYY-MM" },
    optionalMonth: {
      kind: "parsed",
      parse: monthOption,
      brief: brief.oneMonth,
      optional: true,
      placeholder: "YYYY-MM",
    },
    asOf: { kind: "parsed", parse: instantOption, brief: brief.asOf, optional: true, placeholder: "INSTANT" },
    lang: { kind: "enum", values: ["en", "ja"], brief: brief.lang, optional: true },
    output: { ...file, brief: brief.output, optional: true },
    quiet: { kind: "boolean", brief: brief.quiet, default: false, withNegated: false },
    batch: { kind: "parsed", parse: text, brief: brief.batch, optional: true, inferEmpty: true, placeholder: "FILE" },
    against: { ...file, brief: brief.against, optional: true },
    seed: { kind: "parsed", parse: seedOption, brief: brief.seed, default: "1", placeholder: "N" },
    port: { kind: "parsed", parse: portOption, brief: brief.port, default: "4010", placeholder: "N" },
    profileName: { kind: "parsed", parse: text, brief: brief.profile, default: "demo", placeholder: "PROFILE" },
    dataFolder: { ...file, brief: brief.dataFolder, optional: true, placeholder: "DIR" },
    worldFile: { ...file, brief: brief.worldFile, optional: true },
    rate: { kind: "parsed", parse: rateOption, brief: brief.clockRate, default: "1", placeholder: "N" },
    strict: { kind: "boolean", brief: brief.strict, default: false, withNegated: false },
    controlToken: {
      kind: "parsed",
      parse: text,
      brief: brief.controlToken,
      optional: true,
      placeholder: "TOKEN",
    },
    account: { kind: "parsed", parse: text, brief: brief.account, optional: true, placeholder: "SID" },
    rateCard: { ...file, brief: brief.rateCard, optional: true },
    show: { kind: "enum", values: ["profile", "contract"], brief: brief.show, optional: true },
    stats: { kind: "boolean", brief: brief.stats, default: false, withNegated: false },
  } as const;
}

/** The options of a language. */
export type Options = ReturnType<typeof optionsIn>;

/** What the choice of a form offers; the first is the default. */
export function formatOption<const Format extends string>(options: Options, values: readonly [Format, ...Format[]]) {
  return { kind: "enum", values, brief: options.brief.format, default: values[0] } as const;
}
