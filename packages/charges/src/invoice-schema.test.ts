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
