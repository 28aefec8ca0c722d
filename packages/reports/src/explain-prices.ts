import type { PriceSource } from "@flexbill/charges";
import type { Explained } from "./explained.ts";
import { grouped } from "./figures.ts";
import type { Speech } from "./speech.ts";
import type { Word } from "./words.en.ts";
import { hang } from "./wrap.ts";

const lists: Readonly<Record<PriceSource["list"], Word>> = {
  plan: "ownPrice",
  overrides: "priceOverride",
  book: "priceBook",
};
const grades: Readonly<Record<string, Word>> = { A: "gradeA", B: "gradeB", C: "gradeC" };

/** Where the prices of a charge come from: the list, the grade of the evidence, its source and day. */
export function prices({ charge, speech, style, width }: Explained): string {
  if (charge.prices.length === 0) return "";
  const lines = charge.prices.map((price) => hang("  ", described(price, speech), width));
  return [style.strong(speech.say("priceSource")), ...lines].join("\n");
}

function described(
  { list, rate, price, currency, unit, grade, source, date, from }: PriceSource,
  { say, unit: unitName }: Speech,
): string {
  const amount = price === null ? "" : `${grouped(price)} ${currency} / ${unitName(unit, "1")}`;
  const basis = grade === undefined ? undefined : gradeText(grade, say);
  const seen = date === undefined ? undefined : say("seen", { date });
  const begun = from === undefined ? undefined : say("fromDate", { date: from });
  const parts = [say(lists[list]), rate, amount, basis, source, seen, begun];
  return parts.filter((part) => part !== undefined && part !== "").join(say("and"));
}

function gradeText(grade: string, say: Speech["say"]): string {
  const meaning = grades[grade];
  return meaning === undefined ? say("grade", { grade }) : `${say("grade", { grade })} (${say(meaning)})`;
}
