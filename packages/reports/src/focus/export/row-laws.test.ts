import { type Invoice, rateEvents, readRequest } from "@flexbill/charges";
import { billingMonths } from "@flexbill/invariants";
import {
  absolute,
  compare,
  decimal,
  type Exact,
  equals,
  formatExact,
  isZero,
  minorUnits,
  parseExact,
  subtract,
  sum,
} from "@flexbill/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { focusExport } from "./focus-export.ts";
import { effectiveCosts, type FocusExportOptions, unknownPolicies } from "./options.ts";
import type { FocusRow } from "./row.ts";

interface Month {
  readonly invoice: Invoice;
  readonly basis: (typeof effectiveCosts)[number];
  readonly costs: readonly FocusRow[];
  readonly details: readonly FocusRow[];
}

const choices = { unknown: fc.constantFrom(...unknownPolicies), effectiveCost: fc.constantFrom(...effectiveCosts) };

/** The datasets of a month; undefined where its request contradicts itself and has no invoice. */
function monthOf(request: object, chosen: Pick<FocusExportOptions, "unknown" | "effectiveCost">): Month | undefined {
  const read = readRequest(JSON.stringify(request)).request;
  const rated = read.ok ? rateEvents(read.value.events, read.value) : undefined;
  if (!read.ok || !rated?.ok) return undefined;
  const { contract, priceBook } = read.value;
  const made = focusExport(rated.value, { contract, priceBook, ...chosen });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const { CostAndUsage, InvoiceDetail } = made.value.tables;
  const tables = { costs: CostAndUsage.rows, details: InvoiceDetail.rows };
  return { invoice: rated.value, basis: chosen.effectiveCost ?? "billed", ...tables };
}

function exactly(text: string | null | undefined): Exact {
  const parsed = parseExact(text ?? "none");
  if (!parsed.ok) throw new Error(`Not exact: ${text}`);
  return parsed.value;
}

const total = (rows: readonly FocusRow[], column: string) => sum(rows.map((row) => exactly(row[column])));
const lineOf = (row: FocusRow): string => `${row["InvoiceId"]} ${row["InvoiceDetailId"]}`;
const ofInvoice = (row: FocusRow): boolean => row["x_ChargeKind"] !== "rounding";

/** True where each value of one column has one value of the other. */
function decides(rows: readonly FocusRow[], one: string, other: string): boolean {
  const pairs = new Map(rows.map((row) => [row[one], row[other]]));
  return rows.every((row) => row[one] === null || pairs.get(row[one]) === row[other]);
}

/** A law of rows that needs knowledge from outside the file; it says how many things it looked at. */
interface Law {
  readonly sentence: string;
  readonly check: (month: Month) => number;
  /** What it must have found to look at in 500 months, or it proves nothing. */
  readonly atLeast: number;
}

const laws: readonly Law[] = [
  {
    sentence: "no row mixes units that cost nothing with units that cost something",
    atLeast: 50,
    check: ({ invoice, costs }) => {
      const included = costs.filter((row) => row["x_ChargeKind"] === "included");
      for (const row of included) expect([row["ContractedUnitPrice"] ?? "0", row["BilledCost"]]).toEqual(["0", "0"]);
      for (const charge of invoice.charges.filter(({ kind }) => kind === "included")) {
        const own = included.filter((row) => row["InvoiceDetailId"] === charge.id);
        const units = sum(own.map((row) => exactly(row["PricingQuantity"] ?? row["x_RawQuantity"])));
        const off = absolute(subtract(units, exactly(charge.quantity)));
        expect(compare(off, decimal("0.000001"))).toBeLessThanOrEqual(0);
      }
      expect(decides(costs.filter(ofInvoice), "InvoiceDetailId", "x_ChargeKind")).toBe(true);
      return included.length;
    },
  },
  {
    sentence:
      "the rows of a line add up to the line but for its rounding, and each line that costs something has its rows",
    atLeast: 500,
    check: ({ costs, details }) => {
      const printed = new Map(details.map((row) => [lineOf(row), exactly(row["BilledCost"])]));
      expect(printed.size).toBe(details.length);
      const lines = Map.groupBy(costs, lineOf);
      expect([...printed.keys()].filter((line) => !lines.has(line))).toEqual([]);
      for (const [line, rows] of Map.groupBy(costs.filter(ofInvoice), lineOf)) {
        const unit = decimal(`1e-${minorUnits(rows[0]?.["BillingCurrency"] ?? "") ?? 2}`);
        const off = absolute(subtract(total(rows, "BilledCost"), printed.get(line) ?? decimal(0)));
        expect(compare(off, unit)).toBeLessThan(0);
      }
      return lines.size;
    },
  },
  {
    sentence: "a charge falls into its billing period, or corrects a time before it",
    atLeast: 500,
    check: ({ costs }) => {
      for (const row of costs) {
        const [from, to] = [row["ChargePeriodStart"] ?? "", row["ChargePeriodEnd"] ?? ""];
        const [start, end] = [row["BillingPeriodStart"] ?? "", row["BillingPeriodEnd"] ?? ""];
        expect(from < to).toBe(true);
        expect(row["ChargeClass"] === null ? start <= from && to <= end : to <= start).toBe(true);
      }
      return costs.length;
    },
  },
  {
    sentence: "effective cost is billed cost, but for a fee that covers usage and for the usage that it covers",
    atLeast: 30,
    check: ({ basis, costs }) => {
      const moved = costs.filter((row) => row["EffectiveCost"] !== row["BilledCost"]);
      if (basis === "billed") expect(moved).toEqual([]);
      const kinds = new Set(moved.map((row) => `${row["ChargeCategory"]} ${row["x_ChargeKind"]}`));
      expect([...kinds].filter((kind) => kind !== "Purchase license" && kind !== "Usage included")).toEqual([]);
      for (const [, rows] of Map.groupBy(costs, (row) => row["InvoiceId"]))
        expect(formatExact(total(rows, "EffectiveCost"))).toBe(formatExact(total(rows, "BilledCost")));
      return moved.length;
    },
  },
  {
    sentence: "a service has one category, a price one SKU, and every detail refers to its own invoice",
    atLeast: 500,
    check: ({ costs, details }) => {
      expect(decides(costs, "ServiceName", "ServiceCategory")).toBe(true);
      expect(decides(costs, "SkuPriceId", "SkuId")).toBe(true);
      expect(costs.every((row) => row["InvoiceId"] !== null && row["HostProviderName"] === "Twilio")).toBe(true);
      expect(details.every((row) => row["ReferenceInvoiceId"] === row["InvoiceId"])).toBe(true);
      return details.length;
    },
  },
  {
    sentence:
      "our own columns carry no cost: what has no price, or a price of zero, is billed by FOCUS's columns alone",
    atLeast: 20,
    check: ({ costs }) => {
      const unpriced = costs.filter((row) => row["x_RawQuantity"] !== null);
      for (const row of unpriced) expect([row["PricingQuantity"], row["ConsumedQuantity"]]).toEqual([null, null]);
      const free = costs.filter((row) => row["ContractedUnitPrice"] === "0");
      expect(free.every((row) => isZero(exactly(row["BilledCost"])))).toBe(true);
      expect(costs.every((row) => equals(exactly(row["ContractedCost"]), exactly(row["BilledCost"])))).toBe(true);
      return unpriced.length;
    },
  },
];

test("the laws of rows that no file can tell hold in every generated month", { timeout: 240_000 }, () => {
  const looked = laws.map(() => 0);
  const property = fc.property(billingMonths(), fc.record(choices), (request, chosen) => {
    const month = monthOf(request, chosen);
    if (month === undefined) return;
    for (const [at, { check }] of laws.entries()) looked[at] = (looked[at] ?? 0) + check(month);
  });
  fc.assert(property, { numRuns: 500 });
  const seldom = laws.filter(({ atLeast }, at) => (looked[at] ?? 0) < atLeast).map(({ sentence }) => sentence);
  expect(seldom).toEqual([]);
});
