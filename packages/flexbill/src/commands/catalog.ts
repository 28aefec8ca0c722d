import type { Language } from "@flexbill/kernel";
import { checkBook, isStandard, type Product, searchCatalog } from "@flexbill/products";
import { renderTable } from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { readBook } from "../input/price-book.ts";
import { refuse } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { reportIssues } from "../output/report-issues.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill catalog`. */
export interface CatalogFlags {
  readonly format: "text" | "json";
  readonly lang?: Language;
  readonly output?: string;
}

/** The options of `flexbill catalog check`. */
export interface CheckFlags {
  readonly lang?: Language;
}

/** `flexbill catalog [SEARCH]`: products by any of their names; exit 1 where none is found. */
export async function catalogCommand(this: Context, flags: CatalogFlags, ...search: string[]): Promise<void> {
  const { host, language } = this.session;
  const wanted = search.join(" ");
  const found = searchCatalog(wanted);
  const { width } = paper(this.session, flags.output);
  const target = openTarget(flags.output, host);
  if (flags.format === "json") await target.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length > 0) await target.write(table(found, language, width));
  await target.keep();
  if (found.length === 0) await host.err.write(`${wordsOf(language).nothingFound(wanted)}\n`);
  this.leave(found.length > 0 ? exitCodes.done : exitCodes.no);
}

function table(found: readonly Product[], language: Language, width: number): string {
  const titles = wordsOf(language).catalogTitles;
  const columns = titles.map((title, at) => ({ title, align: "left" as const, least: at === 1 ? 24 : 12 }));
  const rows = found.map((product) => [product.id, product.name[language], product.unit, remark(product, language)]);
  return renderTable(columns, rows, width);
}

function remark({ id, clause, footnote }: Product, language: Language): string {
  const words = wordsOf(language);
  const parts = [
    isStandard(id) ? words.standardProduct : "",
    clause ?? "",
    footnote === undefined ? "" : words.footnote(footnote),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** `flexbill catalog check BOOK`: exit 1 where the book contradicts itself, 2 where it does not read. */
export async function checkCommand(this: Context, _flags: CheckFlags, name: string): Promise<void> {
  const { session } = this;
  const book = await readBook(name, undefined, session);
  if (!book.ok) {
    await refuse(this, book);
    return;
  }
  const issues = [...book.issues, ...checkBook(book.value)];
  await reportIssues(issues, session);
  const contradicted = issues.some(({ severity }) => severity === "error");
  if (!contradicted)
    await session.host.out.write(
      `${wordsOf(session.language).bookInOrder(book.value.id, book.value.entries.length)}\n`,
    );
  this.leave(contradicted ? exitCodes.no : exitCodes.done);
}
