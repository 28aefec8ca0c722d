import type { Amount } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { range, signed } from "../figures.ts";
import { monthName } from "../invoice-text.ts";
import { fill, speechOf } from "../speech.ts";
import { type BillDiff, causes, type EndsChange } from "./bill-diff.ts";
import { type DiffWord, diffWordsEn } from "./words.en.ts";
import { diffWordsJa } from "./words.ja.ts";

/** A table of a change; its first column is text, the last too where it holds clauses. */
export interface DiffTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a change says, whatever it is written on. */
export interface DiffPage {
  readonly title: string;
  readonly totals: DiffTable;
  readonly parts: DiffTable;
  readonly lines: DiffTable;
  readonly notes: readonly string[];
}

const shownLines = 20;

const words = { en: diffWordsEn, ja: diffWordsJa } as const;

const sayIn =
  (language: Language) =>
  (word: DiffWord, values: Readonly<Record<string, string>> = {}): string =>
    fill(words[language][word], values);

type Say = ReturnType<typeof sayIn>;

/** The tables of a change in a language. */
export function diffPage(diff: BillDiff, language: Language): DiffPage {
  const say = sayIn(language);
  const { kind, product } = speechOf(language);
  const totals = Object.entries(diff.totals).map(([currency, { before, now, difference }]) => [
    ...[currency, amount(before, say), amount(now, say), change(difference, say)],
  ]);
  const parts = Object.entries(diff.totals).flatMap(([currency, split]) =>
    causes.flatMap((cause) => {
      const part = split.parts[cause];
      return part === undefined ? [] : [[say(cause), `${change(part, say)} ${currency}`]];
    }),
  );
  const lines = diff.lines.slice(0, shownLines).map((line) => {
    const why = causes.filter((cause) => line.parts[cause] !== undefined).map((cause) => say(cause));
    const name = `${product(line.product)} (${kind(line.kind)})`;
    return [name, `${change(line.difference, say)} ${line.currency}`, why.join(", "), line.clauses.join(" ")];
  });
  return {
    title: titleOf(diff, say, language),
    totals: { titles: [say("currency"), say("before"), say("now"), say("difference")], rows: totals },
    parts: { titles: [say("cause"), say("difference")], rows: parts },
    lines: { titles: [say("line"), say("difference"), say("cause"), say("clauses")], rows: lines },
    notes: notesOf(diff, lines.length, say),
  };
}

function titleOf({ before, now }: BillDiff, say: Say, language: Language): string {
  if (before.month === now.month) return say("contracts", { month: monthName(now.month, language) });
  return say("title", { before: monthName(before.month, language), now: monthName(now.month, language) });
}

function notesOf(diff: BillDiff, shown: number, say: Say): readonly string[] {
  const left = diff.lines.length - shown;
  const figures = [...diff.lines, ...Object.values(diff.totals)].map(({ difference }) => difference);
  return [
    ...(diff.lines.length === 0 ? [say("nothing")] : []),
    ...(left > 0 ? [say("andMore", { count: String(left) })] : []),
    ...(figures.some(({ low, high }) => high !== low) ? [say("ends")] : []),
  ];
}

const amount = (of: Amount | null, say: Say): string => (of === null ? say("none") : range(of, say("noUpperBound")));

const change = ({ low, high }: EndsChange, say: Say): string =>
  low === high ? signed(low) : `${signed(low)} / ${high === null ? say("unknown") : signed(high)}`;
