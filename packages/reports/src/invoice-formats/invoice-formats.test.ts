import { readdirSync, readFileSync } from "node:fs";
import { answerRequest, type Invoice } from "@flexbill/charges";
import { describe, expect, test } from "vitest";
import { plainMarkdown } from "../plain-markdown.ts";
import { plainHtml } from "./html.ts";
import { invoiceFormats } from "./invoice-formats.ts";

const golden = new URL("../../../../fixtures/golden/", import.meta.url);
const invoices = readdirSync(golden)
  .filter((name) => name.endsWith(".json"))
  .map((name) => answerRequest(readFileSync(new URL(name, golden), "utf8").trim().replaceAll("\n", " ")) as Invoice);
const named = (id: string) => invoices.find((invoice) => invoice.charges.some((charge) => charge.id === id)) as Invoice;
const fees = named("third-party/third-party-voice/Telco");

const written = (format: keyof typeof invoiceFormats, of: readonly Invoice[], options = {}) =>
  [...invoiceFormats[format].render(of, options)].join("");

const hostile = `<script>alert("1")</script> | *x* \`y\`\n# 見出し & 'q' 👩‍💻`;
const dressed: Invoice = {
  ...fees,
  charges: fees.charges.map((charge) =>
    charge.kind === "third-party" ? { ...charge, payee: hostile, rate: hostile } : charge,
  ),
};

describe.each(["en", "ja"] as const)("the page in %s", (language) => {
  const page = written("html", invoices, { language });

  test("asks the network for nothing and forbids what might", () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|<link|@import|url\(|src=|https?:/);
    expect(page).toContain(`<html lang="${language}">`);
  });

  test("has each invoice, each line's amount and each total on it", () => {
    expect(page.match(/<article /g)).toHaveLength(invoices.length);
    for (const { charges } of invoices) for (const { id } of charges) expect(page).toContain(plainHtml(id));
  });

  test("leads every footnote mark to a clause that stands below the same invoice", () => {
    for (const invoice of invoices) {
      const one = written("html", [invoice], { language });
      const marks = [...one.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
      for (const mark of marks) expect(one).toContain(`<li id="${mark}"`);
      for (const clause of invoice.charges.flatMap(({ clauses }) => clauses))
        expect(one).toContain(`<strong>${clause}</strong>`);
    }
  });
});

test("other companies' fees stand in a section of their own, after Twilio's lines and out of their subtotal", () => {
  const page = written("html", [fees]);
  const [twilio = "", others = ""] = page.split('<section class="third-party">');
  expect(twilio).not.toContain("Telco");
  expect(others).toContain("Telco");
  expect(twilio).toContain("Subtotal USD");
});

test("a page is A4 or Letter, and counts its pages", () => {
  expect(written("html", [fees])).toMatch(/size: A4;[\s\S]*counter\(page\) " \/ " counter\(pages\)/);
  expect(written("html", [fees], { paper: "letter" })).toContain("size: letter;");
});

test("a name with tags, quotes, line ends and emoji is only a name on a page", () => {
  const page = written("html", [dressed, { ...dressed, account: '"; } </style><b>' }]);
  expect(page).not.toContain("<script>");
  expect(page).not.toContain("<b>");
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).toContain("👩‍💻");
});

test("a name with signs of Markdown does not leave its cell", () => {
  const text = written("markdown", [dressed]);
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  expect(rows.every((row) => row.replace(/\\\|/g, "").match(/\|/g)?.length === 5)).toBe(true);
  expect(plainMarkdown(hostile)).not.toContain("\n");
});

test("Markdown says the sums, and its footnotes are all there", () => {
  const text = written("markdown", [fees, fees], { language: "ja" });
  for (const [, mark] of text.matchAll(/(\[\^[^\]]+\])(?!:)/g)) expect(text).toContain(`\n${mark}:`);
  expect(text).toContain("合計 USD");
});

test("JSON is the document for one month and a list for several", () => {
  expect(JSON.parse(written("json", [fees]))).toEqual(JSON.parse(JSON.stringify(fees)));
  expect(JSON.parse(written("json", [fees, fees]))).toHaveLength(2);
});

test("CSV has one row a charge", () => {
  expect(written("csv", [fees]).trim().split("\n")).toHaveLength(fees.charges.length + 1);
});

test("a month without lines is a page that says so", () => {
  const none = { ...fees, charges: [], totals: {} };
  expect(written("html", [none])).toContain("No lines in this month");
  expect(written("html", [none], { language: "ja" })).toContain("この月の明細はありません");
});
