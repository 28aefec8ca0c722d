import { readFileSync } from "node:fs";

/** Where a clause lives, the test that holds it there, and a fault of one line which that test must find. */
export interface ClauseRow {
  readonly clause: string;
  /** What the code does about it, in a few words of our own. */
  readonly rule: string;
  /** The function or data row that carries the rule. */
  readonly carrier: { readonly file: string; readonly symbol: string };
  /** The full name of a test, describe blocks joined by " > ". */
  readonly test: { readonly file: string; readonly name: string };
  /** A text that stands in the file once, and what to put there instead. */
  readonly fault: Fault;
}

/** A planted mistake. */
export interface Fault {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** T-01 to T-57, a row each. */
export const clauseRows: readonly ClauseRow[] = JSON.parse(
  readFileSync(new URL("clauses.json", import.meta.url), "utf8"),
) as readonly ClauseRow[];

/** Text with the fault in it; throws where its place is not there, or not there alone. */
export function plant({ file, find, replace }: Fault, text: string): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`"${find}" stands ${parts.length - 1} times in ${file}, not once`);
  return parts.join(replace);
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The table as a page of the documentation. */
export function clausesPage(rows: readonly ClauseRow[]): string {
  const lines = rows.map(
    ({ clause, rule, carrier, test }) =>
      `| ${clause} | ${cell(rule)} | \`${cell(carrier.symbol)}\` in [${carrier.file}](../${carrier.file}) | [${cell(test.name)}](../${test.file}) |`,
  );
  return `${head}\n${lines.join("\n")}\n`;
}

const head = `# Where each clause lives

Every clause of the terms, what the code does about it, the function or data row that carries it, and a test that holds
it there. \`node tools/clauses/planted.ts\` proves the last column: it plants one mistake for each row, in memory alone,
and fails unless the named test finds it. This page is made by \`node tools/write-pages.ts\` from
\`tools/clauses/clauses.json\`; \`flexbill terms show T-43\` tells a clause itself.

| clause | rule | carried by | held by |
| --- | --- | --- | --- |`;
