import type { Language } from "@flexbill/kernel";
import { hang, renderTable } from "@flexbill/reports";
import {
  type Answer,
  type Clause,
  clauses,
  describeReason,
  type Edition,
  type EditionDifference,
  type NoticeAnswer,
  silences,
  type TermsReport,
} from "@flexbill/terms";
import { wordsOf } from "../words.ts";
import type { Paper } from "./paper.ts";

/** All clauses, one a row: number, title, document and section. */
export function clauseList({ language, width }: Paper): string {
  const words = wordsOf(language);
  const columns = words.clauseTitles.map((title, at) => ({
    title,
    align: "left" as const,
    ...(at === 0 ? {} : { least: 18 }),
  }));
  const rows = clauses.map(({ id, title, document, section }) => [id, title[language], `${document}, ${section}`]);
  return renderTable(columns, rows, width);
}

/** One clause with everything that is known of it. */
export function clauseText(clause: Clause, { language, width }: Paper): string {
  const words = wordsOf(language).clause;
  const { id, title, text, document, section, date, grade, money, note, before } = clause;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.text, text[language]],
    [words.money, money[language]],
    [words.where, `${document}, ${section}`],
    [words.dated, date],
    [words.grade, `${grade} (${words.grades[grade]})`],
    [words.language, words.languages[clause.language]],
    [words.before, before?.[language]],
    [words.note, note?.[language]],
  ];
  return [
    `${id}  ${title[language]}`,
    ...rows.flatMap(([name, value]) => (value === undefined ? [] : [labelled(name, value, width)])),
    "",
  ].join("\n");
}

const labelled = (name: string, value: string, width: number): string => `  ${name}\n${hang("      ", value, width)}`;

/** Two editions side by side; what is not known of one is said to be so. */
export function diffText(
  one: Edition,
  other: Edition,
  rows: readonly EditionDifference[],
  { language, width }: Paper,
): string {
  const words = wordsOf(language);
  const lines = rows.map(({ clause, change, one: left, other: right }) =>
    [
      `${clause}  ${words.changes[change]}`,
      hang(`  ${one.id}: `, left?.[language] ?? words.unknown, width),
      hang(`  ${other.id}: `, right?.[language] ?? words.unknown, width),
    ].join("\n"),
  );
  return rows.length === 0
    ? `${words.sameEdition}\n`
    : `${[...lines, hang("", silences[language], width)].join("\n")}\n`;
}

/** Whether the notice binds an account, in both readings. */
export function appliesText(
  account: string,
  { english, japanese, chosen }: NoticeAnswer,
  { language, width }: Paper,
): string {
  const { applies } = wordsOf(language);
  const lines: readonly (readonly [string, Answer])[] = [
    [applies.english, english],
    [applies.japanese, japanese],
    [applies.chosen, chosen],
  ];
  return `${[`${applies.title} ${account}`, ...lines.map(([name, answer]) => hang(`  ${name}`, told(answer, language), width))].join("\n")}\n`;
}

function told({ clause, verdict, reason, date }: Answer, language: Language): string {
  const day = date === undefined ? "" : ` (${date})`;
  return `${wordsOf(language).verdicts[verdict]} · ${describeReason(reason, language)}${day} [${clause}]`;
}

/** Every statement of the notice for an account: bound or not, why, from when, and what it does to money. */
export function reportText({ account, asOf, edition, rows }: TermsReport, { language, width }: Paper): string {
  const words = wordsOf(language);
  const lines = rows.map(({ clause, bound, because, from }) =>
    [
      hang(`${clause.id}  `, `${clause.title[language]} · ${words.verdicts[bound]} · ${words.from(from)}`, width),
      hang("      ", clause.money[language], width),
      ...because.map((answer) => hang("      ", told(answer, language), width)),
    ].join("\n"),
  );
  return `${[`${account} · ${asOf} · ${edition.title[language]}`, ...lines, hang("", silences[language], width)].join("\n")}\n`;
}
