import type { ChargeKind } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { productById } from "@flexbill/products";
import { assumptionTable } from "@flexbill/terms";
import { kindsEn, lineNamesEn, plansEn, unitsEn, type Word, wordsEn } from "./words.en.ts";
import { kindsJa, lineNamesJa, plansJa, unitsJa, wordsJa } from "./words.ja.ts";

const words = { en: wordsEn, ja: wordsJa } satisfies Record<Language, Readonly<Record<Word, string>>>;
const kinds = { en: kindsEn, ja: kindsJa } as const;
const plans: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: plansEn, ja: plansJa };
const units: Readonly<Record<Language, typeof unitsEn>> = { en: unitsEn, ja: unitsJa };
const lineNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: lineNamesEn, ja: lineNamesJa };

/** How the reports speak one language. */
export interface Speech {
  readonly language: Language;
  readonly say: (word: Word, values?: Readonly<Record<string, string>>) => string;
  readonly kind: (kind: ChargeKind) => string;
  readonly plan: (plan: string | null) => string;
  readonly unit: (unit: string, quantity: string) => string;
  readonly product: (id: string) => string;
  readonly reason: (assumption: string) => string;
}

/** A text with its values in the places that name them, such as `{month}`; a place without a value stays. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const own = <Text>(texts: Readonly<Record<string, Text>>, key: string): Text | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;

/** The speech of a language. */
export function speechOf(language: Language): Speech {
  const say: Speech["say"] = (word, values = {}) => fill(words[language][word], values);
  return {
    language,
    say,
    kind: (kind) => kinds[language][kind],
    plan: (plan) => (plan === null ? say("noPlan") : (own(plans[language], plan) ?? plan)),
    unit: (unit, quantity) => unitName(unit, language, quantity),
    product: (id) => own(lineNames[language], id) ?? productById(id)?.name[language] ?? id,
    reason: (assumption) => assumptionTable.find(({ key }) => key === assumption)?.reason[language] ?? "",
  };
}

/**
 * The name of a unit in a language, for after a quantity; an unknown one as it is. A price is for a quantity of "1".
 *
 * @example
 * ```ts
 * unitName("minute", "ja", "12"); // → "分"
 * unitName("task", "en", "1"); // → "task"
 * ```
 */
export function unitName(unit: string, language: Language, quantity: string): string {
  const name = own(units[language], unit) ?? unit;
  if (typeof name === "string") return name;
  return quantity === "1" ? name[0] : name[1];
}
