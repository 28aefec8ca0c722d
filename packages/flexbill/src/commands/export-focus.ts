import { join } from "node:path";
import {
  type EffectiveCost,
  type FocusChoice,
  type FocusDataset,
  type FocusExport,
  type FocusTable,
  focusDatasets,
  focusExport,
  focusTable,
  grouped,
  type UnknownPolicy,
} from "@flexbill/reports";
import type { Context } from "../cli/context.ts";
import type { MonthFlags } from "../input/months.ts";
import { refuse, unclear } from "../input/reading.ts";
import { isNoFolder } from "../output/write-aside.ts";
import { type Absent, type TableFormat, type TableToWrite, writeTables } from "../output/write-tables.ts";
import type { CommandWords } from "../words.en.ts";
import { wordsOf } from "../words.ts";
import { leaveByInvoices } from "./leave-by-invoices.ts";
import { readRated } from "./read-invoices.ts";

/** The options of `flexbill export focus`. */
export interface ExportFocusFlags extends MonthFlags {
  readonly prices?: string;
  readonly dataset?: FocusDataset;
  readonly dir?: string;
  readonly unknown: UnknownPolicy;
  readonly effectiveCost: EffectiveCost;
  readonly invoiceId?: string;
  readonly issued?: string;
  readonly issuer?: string;
  readonly accountName?: string;
  readonly contractId?: string;
  readonly paymentTerms?: string;
  readonly tag?: readonly (readonly [key: string, value: string])[];
  readonly format: TableFormat;
  readonly bom: boolean;
  readonly force: boolean;
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill export focus`: FOCUS 1.4 datasets; says what was chosen. */
export async function exportFocusCommand(this: Context, flags: ExportFocusFlags): Promise<void> {
  const words = wordsOf(this.session.language);
  const noFolder = flags.dir !== undefined && isNoFolder(flags.dir, this.session.host);
  const unclearFlags = noFolder ? words.notAFolder(flags.dir) : contradiction(flags, words);
  if (unclearFlags !== undefined) return refuse(this, unclear(unclearFlags));
  const rated = await readRated(flags, this.session);
  if (!rated.ok) return refuse(this, rated);
  const { invoices, contract, priceBook } = rated.value;
  const { tag, issued, ...rest } = flags;
  const options = {
    ...given(rest),
    contract,
    priceBook,
    unknown: flags.unknown,
    effectiveCost: flags.effectiveCost,
    language: this.session.language,
    ...(tag === undefined ? {} : { tags: Object.fromEntries(tag) }),
    ...(issued === undefined ? {} : { issued }),
  };
  const results = invoices.map((invoice) => focusExport(invoice, options));
  const issues = results.flatMap((result) => result.issues);
  const made = results.flatMap((result) => (result.ok ? [result.value] : []));
  if (made.length < results.length) return refuse(this, { issues });
  const { files, absent } = filesOf(made, flags);
  if (!(await writeTables(this, files, flags, absent))) return;
  if (!flags.quiet) await tellChoices(made, this);
  await leaveByInvoices(this, invoices, { tellsIssues: false });
}

/** What options say against each other. */
function contradiction(flags: ExportFocusFlags, words: CommandWords): string | undefined {
  const { dir, output, dataset, invoiceId, issued, month = [], tag = [] } = flags;
  if (dir !== undefined && (output ?? dataset) !== undefined) return words.dirAlone;
  if ((invoiceId ?? issued) !== undefined && month.length > 1) return words.oneInvoice;
  const keys = tag.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  return twice === undefined ? undefined : words.tagTwice(twice);
}

/** The options that say what the file cannot know, those that were given. */
function given({ issuer, invoiceId, accountName, contractId, paymentTerms }: Partial<ExportFocusFlags>) {
  const all = { issuer, invoiceId, accountName, contractId, paymentTerms };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** One dataset, or with a folder all that have a row; an earlier export may have left the one that has none. */
function filesOf(
  made: readonly FocusExport[],
  flags: ExportFocusFlags,
): { files: readonly TableToWrite[]; absent: Absent } {
  const tableOf = (dataset: FocusDataset) => focusTable(dataset, together(made, dataset));
  const { dir, dataset = "CostAndUsage" } = flags;
  if (dir === undefined) return { files: [{ path: flags.output, table: tableOf(dataset) }], absent: [] };
  const hasRows = (one: FocusDataset) =>
    one !== "ContractCommitment" || made.some(({ tables }) => tables[one].rows.length > 0);
  const inDir = (one: FocusDataset): TableToWrite & { readonly path: string } => {
    const table = tableOf(one);
    return { path: join(dir, `${table.name}.${flags.format}`), table };
  };
  const [has, lacks] = [focusDatasets.filter(hasRows), focusDatasets.filter((one) => !hasRows(one))];
  return { files: has.map(inDir), absent: lacks.map((one) => inDir(one).path) };
}

function together(made: readonly FocusExport[], dataset: FocusDataset): FocusTable {
  const tables = made.map((one) => one.tables[dataset]);
  return { columns: tables[0]?.columns ?? [], rows: tables.flatMap(({ rows }) => rows) };
}

const mostTold = 10;

async function tellChoices(made: readonly FocusExport[], { session }: Context): Promise<void> {
  const words = wordsOf(session.language);
  if (made.some(({ effectiveCost }) => effectiveCost.basis === "cover-included")) {
    const rows = made.reduce((count, { effectiveCost }) => count + effectiveCost.covered, 0);
    await session.host.err.write(`${words.feeCovers(rows)}\n`);
  }
  const choices = made.flatMap((one) => one.choices);
  for (const choice of choices.slice(0, mostTold)) await session.host.err.write(`${words.exportedAs(told(choice))}\n`);
  if (choices.length > mostTold) await session.host.err.write(`${words.moreChoices(choices.length - mostTold)}\n`);
}

function told({ charge, currency, amount, exported }: FocusChoice) {
  const high = amount.high === null ? null : grouped(amount.high);
  return { charge, currency, low: grouped(amount.low), high, exported };
}
