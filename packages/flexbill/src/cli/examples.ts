import type { Options } from "./options.ts";

/** A description that ends with command lines to copy. */
export function described(options: Options, brief: string, lines: readonly string[]): string {
  return [brief, "", options.brief.examples, ...lines.map((line) => `  ${line}`)].join("\n");
}
