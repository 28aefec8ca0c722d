import { readFileSync } from "node:fs";

/** Where what decides an example's outcome comes from. */
export type Origin = "twilio" | "third-party" | "ours";

interface Entry {
  readonly origin: Origin;
  /** What it rests on, where it is not ours. */
  readonly from?: string;
}

/** The origins of the golden vectors and of the cases from the field, by id. */
export interface Origins {
  readonly golden: Readonly<Record<string, Entry>>;
  readonly cases: Readonly<Record<string, Entry>>;
}

/** The committed table. */
export const origins: Origins = JSON.parse(
  readFileSync(new URL("../../fixtures/origins.json", import.meta.url), "utf8"),
) as Origins;

/** How many vectors and cases there are of each origin. */
export function countOrigins({ golden, cases }: Origins): Readonly<Record<Origin, number>> {
  const all = [...Object.values(golden), ...Object.values(cases)];
  const count = (wanted: Origin) => all.filter(({ origin }) => origin === wanted).length;
  return { twilio: count("twilio"), "third-party": count("third-party"), ours: count("ours") };
}

/** The sentences of the two READMEs that print the counts; line breaks are the README's own. */
export function originSentences(table: Origins): { readonly en: string; readonly ja: string } {
  const counts = countOrigins(table);
  const vectors = Object.keys(table.golden).length;
  const cases = Object.keys(table.cases).length;
  return {
    en: `Of ${vectors} worked months and ${cases} cases from the field, ${counts.twilio} rest on Twilio's own text, ${counts["third-party"]} on a third party's, and ${counts.ours} are our own construction`,
    ja: `${vectors}か月分の計算例と${cases}件の実例のうち、Twilio自身の文書に基づくものが${counts.twilio}件、第三者の文書に基づくものが${counts["third-party"]}件、自作が${counts.ours}件です`,
  };
}
