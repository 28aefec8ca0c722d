import type { Language } from "@flexbill/kernel";

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of a run: `--lang`, then `FLEXBILL_LANG`, then the locale of the system; English where none says. */
export function languageOf(args: readonly string[], env: Environment): Language {
  const given = option(args) ?? env["FLEXBILL_LANG"];
  const text = given ?? (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "");
  return /^ja\b|^ja[_.-]/i.test(text) ? "ja" : "en";
}

function option(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const arg = args[at];
  return arg === "--lang" ? args[at + 1] : arg?.slice("--lang=".length);
}
