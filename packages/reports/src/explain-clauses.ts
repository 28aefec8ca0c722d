import { clauseById } from "@flexbill/terms";
import type { Explained } from "./explained.ts";
import { hang } from "./wrap.ts";

/** The clauses that a charge rests on, restated, with what each does to money. */
export function clauseTexts({ charge, speech, style, width }: Explained): string {
  if (charge.clauses.length === 0) return "";
  const lines = charge.clauses.map((id) => {
    const clause = clauseById(id);
    if (clause === undefined) return `  ${id}`;
    const { title, text, grade } = clause;
    const { language, say } = speech;
    const head = `${title[language]} (${say("grade", { grade })})`;
    return [hang(`  ${id}  `, head, width), hang("        ", text[language], width)].join("\n");
  });
  return [style.strong(speech.say("clauses")), ...lines].join("\n");
}
