import type { Language } from "@flexbill/kernel";
import { plainMarkdown } from "../plain-markdown.ts";
import { styleOf } from "../style.ts";
import { type Column, renderTable } from "../table.ts";
import { hang } from "../wrap.ts";
import type { BillDiff } from "./bill-diff.ts";
import { type DiffTable, diffPage } from "./diff-table.ts";

/** How a change is to be written. */
export interface DiffTextOptions {
  readonly language?: Language;
  /** Columns of the paper or terminal, 80 by default and at the least. */
  readonly width?: number;
  /** True writes terminal colours. */
  readonly colour?: boolean;
}

/**
 * The change of a bill for people: the totals, why they changed, and the lines that changed, the largest first.
 *
 * @example
 * ```ts
 * renderDiffText(diffBills(april, may), { language: "ja" });
 * ```
 */
export function renderDiffText(diff: BillDiff, options: DiffTextOptions = {}): string {
  const { language = "en", width = 80, colour = false } = options;
  const page = diffPage(diff, language);
  const wide = Math.max(80, width);
  const tables = [page.totals, page.parts, page.lines].filter(({ rows }) => rows.length > 0);
  const notes = page.notes.map((note) => hang("", note, wide)).join("\n");
  const parts = [styleOf(colour).strong(page.title), ...tables.map((table) => textTable(table, wide)), notes];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The figures stand to the right; texts give way. */
function textTable({ titles, rows }: DiffTable, width: number): string {
  const columns: readonly Column[] = titles.map((title, at) =>
    isFigures(rows, at) ? { title, align: "right" } : { title, align: "left", least: 12, hanging: 2 },
  );
  return renderTable(columns, rows, width).trimEnd();
}

const isFigures = (rows: readonly (readonly string[])[], at: number): boolean =>
  at > 0 && rows.every((row) => /^([-+]?[\d,.]+|–)/.test(row[at] ?? ""));

/**
 * The same as Markdown, for a comment on a change of a contract.
 *
 * @example
 * ```ts
 * renderDiffMarkdown(diffBills(agreed, proposed)); // "## Bill of May 2025 …"
 * ```
 */
export function renderDiffMarkdown(diff: BillDiff, options: { readonly language?: Language } = {}): string {
  const page = diffPage(diff, options.language ?? "en");
  const tables = [page.totals, page.parts, page.lines].filter(({ rows }) => rows.length > 0);
  return `${[`## ${page.title}`, ...tables.map(markdownTable), ...page.notes].join("\n\n")}\n`;
}

function markdownTable({ titles, rows }: DiffTable): string {
  const rules = titles.map((_, at) => (isFigures(rows, at) ? "---:" : "---"));
  return [titles.map(plainMarkdown), rules, ...rows.map((row) => row.map(plainMarkdown))]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}
