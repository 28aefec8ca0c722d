import { type Invoice, rate, withIssues } from "@flexbill/charges";
import type { Issue } from "@flexbill/kernel";
import type { PriceBook } from "@flexbill/products";
import type { Contract } from "@flexbill/terms";
import type { Session } from "../host.ts";
import { type MonthFlags, type Months, readMonths } from "../input/months.ts";
import { readBook } from "../input/price-book.ts";
import type { Reading } from "../input/reading.ts";

/** Invoices with what they were rated by. */
export interface Rated {
  readonly invoices: readonly Invoice[];
  readonly contract: Contract;
  readonly priceBook: PriceBook;
}

type RatedFlags = MonthFlags & { readonly prices?: string };

/** Reads everything that the options name and rates each month. */
export async function readInvoices(flags: RatedFlags, session: Session): Promise<Reading<readonly Invoice[]>> {
  const rated = await readRated(flags, session);
  return rated.ok ? { ...rated, value: rated.value.invoices } : rated;
}

/** The same, with the contract and the price book. */
export async function readRated(flags: RatedFlags, session: Session): Promise<Reading<Rated>> {
  const months = await readMonths(flags, session);
  if (!months.ok) return months;
  const book = await readBook(flags.prices, months.value.contract.prices.book, session);
  if (!book.ok) return book;
  const { contract, metered } = months.value satisfies Months;
  const rated = metered.map((one) =>
    rate(one, { contract, priceBook: book.value, ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }) }),
  );
  const failures = rated.flatMap((result): readonly Issue[] => (result.ok ? [] : result.issues));
  if (failures.length > 0) return { ok: false, issues: failures };
  const remarks = [...months.issues, ...book.issues];
  const invoices = rated.flatMap((result) => (result.ok ? [withIssues(result.value, remarks)] : []));
  return { ok: true, value: { invoices, contract, priceBook: book.value }, issues: [] };
}
