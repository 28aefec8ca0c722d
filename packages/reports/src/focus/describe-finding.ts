import type { Language } from "@flexbill/kernel";
import type { FocusCheck, FocusRule } from "./model.ts";
import { type FocusSentences, sentencesEn } from "./sentences.en.ts";
import { sentencesJa } from "./sentences.ja.ts";
import type { FocusFinding } from "./validator.ts";

const catalogues: Readonly<Record<Language, FocusSentences>> = { en: sentencesEn, ja: sentencesJa };

/** The value that a check compares with, where the checks of a list all compare the same column. */
function choices(checks: readonly FocusCheck[], kind: "is" | "ends"): readonly string[] | undefined {
  const values = checks.flatMap((check) => (check[0] === kind ? [String(check[2])] : []));
  const columns = new Set(checks.map((check) => check[1]));
  return values.length === checks.length && columns.size === 1 && values.length > 1 ? values : undefined;
}

function requirement(check: FocusCheck, say: FocusSentences): string {
  switch (check[0]) {
    case "present":
      return say.present(check[1]);
    case "form":
      return say.form(check[2], say.forms[check[1]]);
    case "is":
      return check[2] === null ? say.empty(check[1]) : say.is(check[1], check[2]);
    case "not":
      return check[2] === null ? say.filled(check[1]) : say.not(check[1], check[2]);
    case "least":
    case "most":
      return say[check[0]](check[1], check[2]);
    case "match":
    case "ends":
      return say[check[0]](check[1], check[2]);
    case "same":
      return say.same(check[1], check[2]);
    case "compare":
      return say.compare(check[1], check[2], check[3]);
    case "distinct":
      return say.distinct(check[1], check[2], check[3]);
    case "product":
      return say.product(check[1], check[2], check[3]);
    case "schema":
      return say.schema(check[1]);
    default:
      return listed(check, say);
  }
}

function listed([how, checks]: readonly ["all" | "any", readonly FocusCheck[]], say: FocusSentences): string {
  const values = how === "any" ? choices(checks, "is") : undefined;
  const column = String(checks[0]?.[1]);
  if (values !== undefined) return say.oneOf(column, values);
  const parts = checks.map((check) => requirement(check, say));
  return how === "all" ? say.and(parts) : say.or(parts);
}

function condition(check: FocusCheck, say: FocusSentences, inner = false): string {
  const { conditions } = say;
  if (check[0] === "is") return check[2] === null ? conditions.empty(check[1]) : conditions.is(check[1], check[2]);
  if (check[0] === "not") return check[2] === null ? conditions.filled(check[1]) : conditions.not(check[1], check[2]);
  if (check[0] !== "all" && check[0] !== "any") return requirement(check, say);
  const parts = check[1].map((part) => condition(part, say, true));
  const text = check[0] === "all" ? say.and(parts) : say.or(parts);
  return inner ? conditions.group(text) : text;
}

/**
 * What a rule asks for, in our words: the requirement, and where it counts.
 *
 * @example
 * ```ts
 * const rule = focusRules("CostAndUsage").find(({ id }) => id === "CAU-SkuId-C-004-C");
 * rule && describeFocusRule(rule, "en"); // → 'SkuId has to be empty where ChargeCategory is "Tax"'
 * ```
 */
export function describeFocusRule({ check, when }: FocusRule, language: Language): string {
  const say = catalogues[language];
  const sentence = requirement(check, say);
  if (when.length === 0) return sentence;
  const [only, second] = when;
  const where = only !== undefined && second === undefined ? condition(only, say) : condition(["all", when], say);
  return say.where(sentence, where);
}

const longestShown = 60;

function shown(value: string): string {
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
}

/** The sentence of a finding: what its rule asks for, what the row has and, where one value alone is right, that value. */
export function describeFocusFinding({ rule, row, found, wanted }: FocusFinding, language: Language): string {
  const say = catalogues[language];
  const sentence = describeFocusRule(rule, language);
  if (row === 0 || found === null) return sentence;
  const tail = say.found(shown(found)) + (wanted === undefined ? "" : say.wanted(shown(wanted)));
  return sentence + tail + (language === "ja" ? "）" : "");
}
