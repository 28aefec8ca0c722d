import { readdirSync, readFileSync } from "node:fs";
import { type Invoice, rateEvents, readRequest } from "@flexbill/charges";
import { billingMonths } from "@flexbill/invariants";
import {
  absolute,
  compare,
  decimal,
  type Exact,
  formatExact,
  minorUnits,
  multiply,
  parseExact,
  subtract,
  sum,
  zero,
} from "@flexbill/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FocusDataset, focusCriteria, focusDatasets } from "../model.ts";
import { createFocusValidator } from "../validator.ts";
import { type FocusExport, focusExport } from "./focus-export.ts";
import { type EffectiveCost, effectiveCosts, type UnknownPolicy, unknownPolicies } from "./options.ts";
import type { FocusRow } from "./row.ts";

const claimed = [
  "ACCOUNT_NAMING_SUPPORTED",
  "CONTRACT_COMMITMENTS_SUPPORTED",
  "INVOICE_ISSUER_PAYABLE_INVOICES_SUPPORTED",
  "MULTIPLE_PRICING_CATEGORIES_SUPPORTED",
  "NEGOTIATED_PRICING_SUPPORTED",
  "PUBLIC_PRICE_LIST_SUPPORTED",
  "SUB_ACCOUNT_SUPPORTED",
  "TAGGING_SUPPORTED",
  "UNIT_PRICING_SUPPORTED",
  "USAGE_MEASUREMENT_SUPPORTED",
];

interface Exported extends FocusExport {
  readonly invoice: Invoice;
}

/** Rates a request and exports it; undefined where the request contradicts itself and has no invoice. */
function exported(
  request: object,
  unknown: UnknownPolicy,
  effectiveCost: EffectiveCost = "billed",
): Exported | undefined {
  const read = readRequest(JSON.stringify(request)).request;
  const rated = read.ok ? rateEvents(read.value.events, read.value) : undefined;
  if (!read.ok || !rated?.ok) return undefined;
  const { contract, priceBook } = read.value;
  const result = focusExport(rated.value, { contract, priceBook, unknown, effectiveCost, tags: { team: "support" } });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { ...result.value, invoice: rated.value };
}

function faultsIn(dataset: FocusDataset, { tables }: FocusExport): readonly string[] {
  const { columns, rows } = tables[dataset];
  const criteria = claimed.filter((one) => focusCriteria(dataset).includes(one));
  const validator = createFocusValidator({ dataset, columns, criteria });
  const findings = rows.flatMap((row, at) =>
    validator.row(
      columns.map((column) => row[column] ?? null),
      at + 2,
    ),
  );
  return [...validator.header, ...findings].map(
    ({ rule, row }) => `${rule.id} ${JSON.stringify(rows[row - 1]?.["InvoiceDetailId"])}`,
  );
}

function exactly(text: string | null | undefined): Exact {
  const parsed = parseExact(text ?? "none");
  if (!parsed.ok) throw new Error(`Not exact: ${text}`);
  return parsed.value;
}

const costsOf = (rows: readonly FocusRow[], column = "BilledCost") => sum(rows.map((row) => exactly(row[column])));

/** What the invoice prints for the lines that were exported, at the ends that were chosen. */
function printedTotal({ invoice, choices }: Exported, currency: string): Exact {
  const ends = new Map(choices.map((choice) => [`${choice.currency} ${choice.charge}`, choice.exported]));
  const amounts = invoice.charges
    .filter((charge) => charge.currency === currency)
    .map(({ id, amount }) => {
      const end = ends.get(`${currency} ${id}`);
      if (end === null) return zero;
      return exactly(end === "low" ? amount.low : amount.high);
    });
  return sum(amounts);
}

/** MAX(100 smallest units, √rows half units), squared so that no root is drawn. */
function isWithinTolerance(difference: Exact, rows: number, currency: string): boolean {
  const unit = decimal(`1e-${minorUnits(currency) ?? 2}`);
  const hundred = multiply(unit, decimal(100));
  const square = (value: Exact) => multiply(value, value);
  const byRows = multiply(square(unit), multiply(decimal(rows), decimal("0.25")));
  return compare(square(difference), square(hundred)) <= 0 || compare(square(difference), byRows) <= 0;
}

/** Only a fee and what it covers cost in effect what they are not billed at, and none of it costs less than nothing. */
function expectEffective(rows: readonly FocusRow[]): void {
  const moved = rows.filter((row) => row["EffectiveCost"] !== row["BilledCost"]);
  const [fees, covered] = [moved.filter(isLicense), moved.filter((row) => !isLicense(row))];
  expect(cells(fees, "ChargeCategory", "EffectiveCost")).toEqual(fees.map(() => ["Purchase", "0"]));
  expect(cells(covered, "x_ChargeKind", "BilledCost")).toEqual(covered.map(() => ["included", "0"]));
  expect(covered.every((row) => compare(exactly(row["EffectiveCost"]), zero) > 0)).toBe(true);
  expect(formatExact(costsOf(covered, "EffectiveCost"))).toBe(formatExact(costsOf(fees)));
}

const isLicense = (row: FocusRow): boolean => row["x_ChargeKind"] === "license";

function expectSums(made: Exported): void {
  const { rows } = made.tables.CostAndUsage;
  for (const currency of new Set(made.invoice.charges.map((charge) => charge.currency))) {
    const own = rows.filter((row) => row["BillingCurrency"] === currency);
    const unrounded = own.filter((row) => row["x_ChargeKind"] !== "rounding");
    const total = printedTotal(made, currency);
    expect(formatExact(costsOf(own))).toBe(formatExact(total));
    expect(isWithinTolerance(subtract(costsOf(unrounded), total), own.length, currency)).toBe(true);
    expect(formatExact(costsOf(own, "EffectiveCost"))).toBe(formatExact(total));
    expectEffective(own);
    expect(own.length - unrounded.length).toBeLessThanOrEqual(1);
    const details = made.tables.InvoiceDetail.rows.filter((row) => row["BillingCurrency"] === currency);
    expect(formatExact(costsOf(details))).toBe(formatExact(total));
  }
}

function expectWhole(made: Exported): void {
  for (const dataset of focusDatasets) expect(faultsIn(dataset, made)).toEqual([]);
  expectSums(made);
}

const golden = new URL("../../../../../fixtures/golden/", import.meta.url);
const vectors = readdirSync(golden).filter((name) => name.endsWith(".json"));
const vector = (name: string): object => JSON.parse(readFileSync(new URL(name, golden), "utf8")) as object;

describe.each(unknownPolicies)("at %s", (unknown) => {
  test("every golden invoice passes the validator, its costs sum to the invoice exactly and, without rounding, within FOCUS's tolerance", () => {
    const made = vectors.map((name) => exported(vector(name), unknown));
    expect(made.filter((one) => one === undefined)).toEqual([]);
    for (const one of made) if (one !== undefined) expectWhole(one);
  });
});

test("so does every generated month, whatever is chosen for what is uncertain", { timeout: 240_000 }, () => {
  let invoices = 0;
  let spread = 0;
  fc.assert(
    fc.property(
      billingMonths(),
      fc.constantFrom(...unknownPolicies),
      fc.constantFrom(...effectiveCosts),
      (request, unknown, basis) => {
        const made = exported(request, unknown, basis);
        if (made === undefined) return;
        invoices += 1;
        if (made.effectiveCost.covered > 0) spread += 1;
        expectWhole(made);
      },
    ),
    { numRuns: Number(process.env["FC_RUNS"] ?? 500) },
  );
  expect(invoices).toBeGreaterThan(400);
  expect(spread).toBeGreaterThan(15);
});

const rowsOf = (name: string, unknown: UnknownPolicy = "high", basis: EffectiveCost = "billed") =>
  exported(vector(name), unknown, basis)?.tables.CostAndUsage.rows ?? [];
const cells = (rows: readonly FocusRow[], ...columns: readonly string[]) =>
  rows.map((row) => columns.map((column) => row[column]));

test("usage inside an allowance and above it are rows of their own, with the list price on both", () => {
  const rows = rowsOf("limit-16-tiers-after-allowance.json").filter((row) => row["SkuId"] === "taskrouter");
  expect(cells(rows, "x_ChargeKind", "SkuPriceId", "PricingQuantity", "ContractedUnitPrice", "BilledCost")).toEqual([
    ["included", "taskrouter:tier1", "5", "0", "0"],
    ["overage", "taskrouter:tier1", "5", "0.05", "0.25"],
    ["overage", "taskrouter:tier2", "10", "0.04", "0.4"],
    ["overage", "taskrouter:tier3", "6", "0.03", "0.18"],
  ]);
  expect(rows[0]?.["ListCost"]).toBe("0.25");
});

test("a fee that covers included usage is a purchase of no effective cost, and each share of it is by list cost", () => {
  const made = exported(vector("mixed-01-five-users-200-events.json"), "high", "cover-included");
  const rows = made?.tables.CostAndUsage.rows ?? [];
  expect(cells(rows.filter(isLicense), "ChargeCategory", "ChargeFrequency", "EffectiveCost")).toEqual([
    ["Purchase", "Recurring", "0"],
  ]);
  const detail = made?.tables.InvoiceDetail.rows.filter((row) => row["InvoiceDetailId"]?.startsWith("license/"));
  expect(cells(detail ?? [], "ChargeCategory")).toEqual([["Purchase"]]);
  const covered = rows.filter((row) => row["x_ChargeKind"] === "included" && row["ListCost"] !== "0");
  expect(made?.effectiveCost).toEqual({ basis: "cover-included", covered: covered.length });
  expect(covered.length).toBeGreaterThan(5);
  const [fee, list] = [costsOf(rows.filter(isLicense)), costsOf(covered, "ListCost")];
  for (const row of covered) {
    const off = subtract(multiply(exactly(row["EffectiveCost"]), list), multiply(fee, exactly(row["ListCost"])));
    expect(compare(absolute(off), multiply(decimal("1e-12"), list))).toBeLessThanOrEqual(0);
  }
});

test("seats that nobody filled cover nobody's usage, and a fee without included usage keeps its cost", () => {
  const rows = rowsOf("named-07-committed.json", "high", "cover-included");
  expect(rows.filter(isLicense).length).toBe(2);
  expect(rows.every((row) => row["EffectiveCost"] === row["BilledCost"])).toBe(true);
  expect(rows.every((row) => row["x_EffectiveCostBasis"] === "cover-included")).toBe(true);
});

test("another company's fee names the company and stands beside Twilio's rows, never in them", () => {
  const fees = rowsOf("extra-06-order.json").filter((row) => row["x_ChargeKind"] === "third-party");
  expect(cells(fees, "x_PassThroughProviderName", "ServiceProviderName", "InvoiceIssuerName", "BilledCost")).toEqual([
    ["Telco", "Twilio", "Twilio Inc.", "12.34"],
  ]);
});

test("a correction of a closed month is a delta on this one, in that month's time", () => {
  const corrections = rowsOf("extra-05-adjustments.json").filter((row) => row["ChargeClass"] === "Correction");
  expect(cells(corrections, "ChargeCategory", "BilledCost", "ChargePeriodStart", "BillingPeriodStart")).toEqual([
    ["Adjustment", "-1.02", "2025-04-01T00:00:00Z", "2025-05-01T00:00:00Z"],
  ]);
});

test("a range is exported at the end that was chosen, said in its row and in the choices", () => {
  const name = "message-05-marketing.json";
  const breach = (unknown: UnknownPolicy) => rowsOf(name, unknown).filter((row) => row["x_ChargeKind"] === "breach");
  expect(cells(breach("high"), "BilledCost", "x_Certainty")).toEqual([["0.01", "range:high"]]);
  expect([breach("low"), breach("omit")]).toEqual([[], []]);
  const exportedAs = unknownPolicies.map((unknown) =>
    exported(vector(name), unknown)?.choices.map((one) => one.exported),
  );
  expect(exportedAs).toEqual([["high"], ["low"], [null]]);
});

test("usage that nobody has a price for has no price made up for it", () => {
  const rows = rowsOf("limit-04-unknown-and-no-price.json").filter((row) => row["x_Certainty"] === "unbounded:low");
  expect(cells(rows, "ChargeCategory", "ListUnitPrice", "SkuPriceId", "BilledCost")).toEqual(
    rows.map(() => ["Adjustment", null, null, "0"]),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row["x_RawQuantity"] !== null)).toBe(true);
});

test("committed users who were not provisioned are a purchase that draws on the commitment", () => {
  const made = exported(vector("named-07-committed.json"), "high");
  const rows = made?.tables.CostAndUsage.rows.filter((row) => row["x_ChargeKind"] === "license") ?? [];
  expect(cells(rows, "ChargeCategory", "PricingUnit")).toEqual([
    ["Usage", "Users"],
    ["Purchase", "Users"],
  ]);
  const commitments = made?.tables.ContractCommitment.rows ?? [];
  const applied = JSON.parse(rows[1]?.["ContractApplied"] ?? "{}") as { Elements: { ContractCommitmentId: string }[] };
  expect(applied.Elements[0]?.ContractCommitmentId).toBe(commitments[0]?.["ContractCommitmentId"]);
});

test("an invoice in two currencies is two invoices, each with its own rounding", () => {
  const rows = rowsOf("extra-07-tax-by-currency.json");
  expect(new Set(rows.map((row) => row["InvoiceId"])).size).toBe(
    new Set(rows.map((row) => row["BillingCurrency"])).size,
  );
  expect(new Set(rows.map((row) => row["BillingCurrency"])).size).toBeGreaterThan(1);
});

test("a tax's list cost is the tax on the list costs of what it covers", () => {
  const rows = rowsOf("extra-06-order.json");
  const tax = rows.find((row) => row["ChargeCategory"] === "Tax");
  const others = rows.filter((row) => row["ChargeCategory"] !== "Tax" && row["x_ChargeKind"] !== "rounding");
  expect(tax?.["ListCost"]).toBe(formatExact(multiply(decimal("0.08"), costsOf(others, "ListCost"))));
});

test("a fee without a company is refused with its place", () => {
  const made = exported(vector("extra-06-order.json"), "high");
  const read = readRequest(JSON.stringify(vector("extra-06-order.json"))).request;
  if (made === undefined || !read.ok) throw new Error("The vector does not rate");
  const charges = made.invoice.charges.map((charge) =>
    charge.kind === "third-party" ? { ...charge, payee: " " } : charge,
  );
  const { contract, priceBook } = read.value;
  const result = focusExport({ ...made.invoice, charges }, { contract, priceBook });
  expect(result.issues.map(({ code, path }) => [code, path])).toEqual([["schema.value", "/charges/1/payee"]]);
});

test("a month without a line is files with headers and the month", () => {
  const made = exported(vector("contract-05-no-plan.json"), "high");
  if (made === undefined) throw new Error("The vector does not rate");
  const read = readRequest(JSON.stringify(vector("contract-05-no-plan.json"))).request;
  if (!read.ok) throw new Error("The vector does not read");
  const { contract, priceBook } = read.value;
  const result = focusExport({ ...made.invoice, charges: [], totals: {} }, { contract, priceBook });
  expect(result.ok && focusDatasets.map((dataset) => result.value.tables[dataset].rows.length)).toEqual([0, 0, 1, 0]);
});
