import type { Amount, Charge, Invoice } from "@flexbill/charges";
import { fail, type Issue, issue, ok, type Result } from "@flexbill/kernel";
import { speechOf } from "../../speech.ts";
import type { FocusDataset } from "../model.ts";
import { costColumns, costRow, type InvoiceFacts, roundingDraft, withTaxedListCosts } from "./cost-and-usage.ts";
import { type ChosenEnd, chosenEnd, costDrafts, type DraftContext, printedAmount } from "./cost-drafts.ts";
import { withEffectiveCosts } from "./effective-cost.ts";
import { invoiceDetailColumns, invoiceDetailRows } from "./invoice-detail.ts";
import { listPrices } from "./list-prices.ts";
import type { EffectiveCost, FocusExportOptions } from "./options.ts";
import {
  billingPeriodColumns,
  billingPeriodRow,
  contractCommitmentColumns,
  contractCommitmentRows,
} from "./periods.ts";
import type { FocusRow } from "./row.ts";

/** A dataset: its columns in their order, and rows that have a cell for each. */
export interface FocusTable {
  readonly columns: readonly string[];
  readonly rows: readonly FocusRow[];
}

/** A line that is no certain amount, and what became of it. */
export interface FocusChoice {
  readonly charge: string;
  readonly currency: string;
  readonly amount: Amount;
  /** The end that was exported; null where the line was left out. */
  readonly exported: "low" | "high" | null;
}

/** An invoice as FOCUS datasets, and what was chosen where it is uncertain. */
export interface FocusExport {
  readonly tables: Readonly<Record<FocusDataset, FocusTable>>;
  readonly choices: readonly FocusChoice[];
  /** What EffectiveCost says, and how many rows bear a share of the plan's fee. */
  readonly effectiveCost: { readonly basis: EffectiveCost; readonly covered: number };
}

interface Exported {
  readonly charge: Charge;
  readonly chosen: ChosenEnd;
}

/**
 * An invoice as the four datasets of FOCUS 1.4. Costs are exact and never rounded; for each currency one `Adjustment` row
 * carries what is missing to the printed invoice, so the sum of BilledCost is the sum of the lines that were exported.
 * Fails where another company's fee does not say whose it is.
 *
 * @example
 * ```ts
 * const exported = focusExport(invoice, { contract, priceBook, unknown: "low" });
 * if (exported.ok) exported.value.tables.CostAndUsage.rows.length;
 * ```
 */
export function focusExport(invoice: Invoice, options: FocusExportOptions): Result<FocusExport> {
  const nameless = invoice.charges.flatMap((charge, at) => namelessProvider(charge, at));
  if (nameless.length > 0) return fail(nameless);
  const facts = factsOf(invoice, options);
  const policy = options.unknown ?? "high";
  const contractId = options.contractId ?? invoice.account;
  const context: DraftContext = {
    invoice,
    prices: listPrices(options.contract, options.priceBook, invoice.month),
    contractId,
  };
  const exported = invoice.charges.flatMap((charge): readonly Exported[] => {
    const chosen = chosenEnd(charge, policy);
    return chosen === undefined ? [] : [{ charge, chosen }];
  });
  const basis = options.effectiveCost ?? "billed";
  const billed = withTaxedListCosts(exported.flatMap(({ charge, chosen }) => costDrafts(charge, chosen, context)));
  const drafts = withEffectiveCosts(billed, basis);
  const covering = new Set(drafts.flatMap(({ charge, covers }) => (covers ? [charge] : [])));
  const lines = exported.map(({ charge, chosen }) => {
    return { charge, amount: printedAmount(charge, chosen), covers: covering.has(charge) };
  });
  const currencies = [...new Set(lines.map(({ charge }) => charge.currency))];
  const roundings = currencies.flatMap((currency) => {
    const ofCurrency = (one: { readonly charge: Charge }) => one.charge.currency === currency;
    const printed = lines.filter(ofCurrency).map(({ amount }) => amount);
    return roundingDraft(drafts.filter(ofCurrency), printed) ?? [];
  });
  const rounded = roundings.map(({ charge }) => charge.currency);
  const tables = {
    CostAndUsage: { columns: costColumns, rows: [...drafts, ...roundings].map((draft) => costRow(draft, facts)) },
    InvoiceDetail: { columns: invoiceDetailColumns, rows: invoiceDetailRows(lines, rounded, facts) },
    BillingPeriod: { columns: billingPeriodColumns, rows: [billingPeriodRow(facts)] },
    ContractCommitment: { columns: contractCommitmentColumns, rows: contractCommitmentRows(facts, contractId) },
  };
  const covered = drafts.filter(({ covers, effective }) => effective !== undefined && !covers).length;
  const choices = invoice.charges.flatMap((charge) => choiceOf(charge, chosenEnd(charge, policy)));
  return ok({ tables, choices, effectiveCost: { basis, covered } });
}

function namelessProvider({ kind, payee }: Charge, at: number): readonly Issue[] {
  if (kind !== "third-party" || payee.trim() !== "") return [];
  return [issue("schema.value", { path: `/charges/${at}/payee`, found: payee, wanted: "non-empty-text" })];
}

/** An invoice in two currencies is two invoices to FOCUS, each with a number of its own. */
function factsOf(invoice: Invoice, options: FocusExportOptions): InvoiceFacts {
  const number = options.invoiceId ?? `EST-${invoice.month}`;
  const several = new Set(invoice.charges.map(({ currency }) => currency)).size > 1;
  return {
    invoice,
    options,
    speech: speechOf(options.language ?? "en"),
    issuer: options.issuer ?? "Twilio Inc.",
    invoiceId: (currency) => (several ? `${number}-${currency}` : number),
  };
}

function choiceOf({ id, currency, amount }: Charge, chosen: ChosenEnd | undefined): readonly FocusChoice[] {
  if (chosen?.certainty === "certain") return [];
  return [{ charge: id, currency, amount, exported: chosen?.end ?? null }];
}
