import { located } from "@flexbill/documents";
import { describe, expect, test } from "vitest";
import { goldenVectors } from "../test/golden-vectors.ts";
import { rated } from "../test/small-months.ts";
import { answerRequest } from "./answer-request.ts";
import { parseInvoice } from "./invoice-schema.ts";
import { ratingRequestSchema } from "./rating-request.ts";

describe("an invoice as a document", { timeout: 60_000 }, () => {
  test("reads back as it was written, without a member that the schema does not name", () => {
    for (const vector of goldenVectors) {
      const { id: _, ...invoice } = answerRequest(vector);
      expect(parseInvoice(JSON.parse(JSON.stringify(invoice))), vector.id).toEqual({
        ok: true,
        value: invoice,
        issues: [],
      });
    }
  });

  test("has its members in the documented order", () => {
    const invoice = rated({ asOf: "2025-05-10T00:00:00Z" });
    expect(Object.keys(invoice).join(" ")).toBe(
      "schema account month timeZone period terms plan asOf status charges totals assumptions issues",
    );
    expect(Object.keys(invoice.charges[0] ?? {}).join(" ")).toBe(
      "id kind product rate payee quantity unit unitPrice currency amount clauses derivation users prices assumptions",
    );
  });

  test("read with its places names them, and a member called placeOf makes no places", () => {
    const invoice = { ...rated({}), month: 5 };
    const placed = { ...located(invoice), placeOf: () => ({ line: 7, column: 3 }) };
    expect(parseInvoice(placed)).toMatchObject({ issues: [{ path: "/month", at: { line: 7, column: 3 } }] });
    for (const source of [{ ...invoice, placeOf: "here" }, null, "placeOf", undefined])
      expect(parseInvoice(source).ok).toBe(false);
    expect(parseInvoice({ ...rated({}), placeOf: "here" }).issues).toMatchObject([{ code: "unknown-member" }]);
  });

  test("of another schema, or with an amount that is a number, is refused", () => {
    const invoice = rated({});
    expect(parseInvoice({ ...invoice, schema: "flexbill.invoice/2" })).toMatchObject({
      ok: false,
      issues: [{ path: "/schema" }],
    });
    expect(parseInvoice({ ...invoice, totals: { USD: { low: 1, high: null } } })).toMatchObject({
      ok: false,
      issues: [{ path: "/totals/USD/low" }],
    });
  });

  test("every golden vector is a request of the schema for those who write one", () => {
    for (const vector of goldenVectors) expect(ratingRequestSchema.safeParse(vector).success, vector.id).toBe(true);
    expect(ratingRequestSchema.safeParse({ ...goldenVectors[0], month: "2025-13" }).success).toBe(false);
  });
});
