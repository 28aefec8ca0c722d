import type { Amount } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { range, signed } from "../figures.ts";
import { fill, type Speech, speechOf } from "../speech.ts";
import type { AmountChange, ComparedPlan, Comparison } from "./comparison.ts";
import { type ComparisonWord, comparisonWordsEn } from "./words.en.ts";
import { comparisonWordsJa } from "./words.ja.ts";

/** How a comparison speaks one language. */
export interface ComparisonSpeech {
  readonly reports: Speech;
  readonly say: (word: ComparisonWord, values?: Readonly<Record<string, string>>) => string;
  /** The name of a plan: "As agreed (Named User)". */
  readonly plan: (plan: ComparedPlan) => string;
  /** The name of the plan with an id. */
  readonly planOf: (comparison: Comparison, id: string) => string;
  readonly amount: (amount: Amount) => string;
  readonly change: (change: AmountChange) => string;
}

const words = { en: comparisonWordsEn, ja: comparisonWordsJa } as const;

/** The speech of a language. */
export function comparisonSpeech(language: Language): ComparisonSpeech {
  const reports = speechOf(language);
  const say: ComparisonSpeech["say"] = (word, values = {}) => fill(words[language][word], values);
  const plan: ComparisonSpeech["plan"] = ({ id, models }) => {
    if (id !== "agreed" && id !== "changed") return reports.plan(id);
    const names = models.map((model) => reports.plan(model)).join(", ");
    return language === "ja" ? `${say(id)}（${names}）` : `${say(id)} (${names})`;
  };
  return {
    reports,
    say,
    plan,
    planOf: ({ plans }, id) => {
      const found = plans.find((one) => one.id === id);
      return found === undefined ? id : plan(found);
    },
    amount: (amount) => range(amount, say("noUpperBound")),
    change: ({ low, high }) => {
      if (low === null && high === null) return say("unknown");
      if (low === null) return say("upTo", { high: signed(high ?? "") });
      if (high === null) return say("onwards", { low: signed(low) });
      return low === high ? signed(low) : `${signed(low)} – ${signed(high)}`;
    },
  };
}
