import { products } from "@flexbill/products";
import { describe, expect, test } from "vitest";
import { assumptionTable } from "./assumptions.ts";
import { clauseById, clauses } from "./clause.ts";

describe("the clauses", () => {
  test("T-01 to T-57 are all there, in order, once", () => {
    expect(clauses.map(({ id }) => id)).toEqual(
      Array.from({ length: 57 }, (_, index) => `T-${String(index + 1).padStart(2, "0")}`),
    );
    expect(clauseById("T-58")).toBeUndefined();
  });

  test("each is told in both languages, with its document, section, date, grade and effect on money", () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    for (const { id, title, text, money, document, section, date, grade, note } of clauses) {
      for (const said of [title, text, money, ...(note === undefined ? [] : [note])]) {
        expect(said.en.trim(), id).not.toBe("");
        expect(said.en, id).not.toMatch(japanese);
        expect(said.ja.trim(), id).not.toBe("");
      }
      expect(text.ja, id).toMatch(japanese);
      expect(
        [document, section].every((part) => part !== ""),
        id,
      ).toBe(true);
      expect(date).toBe("2025-02-25");
      expect(grade).toMatch(/^([A-D]|NF)$/);
    }
  });

  test.each(["T-07", "T-42", "T-48"])("%s rests on the English text, because the Japanese sentence is broken", (id) => {
    expect(clauseById(id)?.language).toBe("en");
    expect(clauseById(id)?.note?.en).toMatch(/Japanese sentence/);
    expect(clauseById(id)?.note?.ja).toMatch(/英語/);
  });

  test("the sentences that end at a bare link are our inference", () => {
    expect(clauses.filter(({ grade }) => grade === "D").map(({ id }) => id)).toEqual(["T-12", "T-42", "T-48"]);
  });

  test.each(products.filter(({ clause }) => clause !== undefined))("the clause that $id cites exists", ({ clause }) => {
    expect(clauseById(clause ?? "")).toBeDefined();
  });

  test.each(products.filter(({ standard }) => standard))(
    "the clause of $id includes it up to a limit",
    ({ clause }) => {
      expect(clauseById(clause ?? "")).toMatchObject({
        effect: "inclusion",
        section: "Section 3, list",
        binds: "fair-usage",
      });
    },
  );

  test("the clause that an assumption fills a gap of exists", () => {
    for (const { key, clause } of assumptionTable) expect(clauseById(clause), key).toBeDefined();
  });
});
