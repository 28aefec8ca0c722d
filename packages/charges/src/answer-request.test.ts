import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requests } from "../test/generated-requests.ts";
import { answerRequest, createAnswerer } from "./answer-request.ts";

describe("an answerer that remembers documents", () => {
  test("answers what each request alone would be answered, whatever it was asked before", () => {
    const answer = createAnswerer();
    fc.assert(
      fc.property(requests(), (request) => {
        const nothing = { ...request, events: [] };
        const later = { ...request, month: "2026-02" };
        for (const asked of [request, nothing, later, request]) expect(answer(asked)).toEqual(answerRequest(asked));
      }),
      { numRuns: 60 },
    );
  });

  test("tells every request about the mistakes in the contract and the prices that they share", () => {
    const answer = createAnswerer();
    const contract = { account: "", currency: "USD" };
    const priceBook = [{ product: "studio", unit: "engagement", price: "-1" }];
    const request = { contract, priceBook, events: [], month: "2025-05" };
    const paths = answer(request).issues.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(["/contract/account", "/priceBook/0/price"]);
    expect(answer({ ...request, id: 2 })).toEqual(answerRequest({ ...request, id: 2 }));
  });
});
