import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { contract, createFolder, presence } from "./command.ts";

const names = ["chromium", "chromium-browser", "google-chrome"];
const browser = names.find((name) => spawnSync(name, ["--version"]).status === 0);
const folder = createFolder();
folder.write("flexbill.yaml", contract);
folder.write("events.ndjson", `${presence("1")}\n`);

/** Prints a page as a person's browser does, with a profile of its own and no network. */
function print(page: string): Buffer {
  const profile = mkdtempSync(join(tmpdir(), "flexbill-print-"));
  const pdf = join(profile, "page.pdf");
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const more = ["--no-pdf-header-footer", `--user-data-dir=${profile}`, `--print-to-pdf=${pdf}`];
  try {
    const ended = spawnSync(browser ?? "", [...flags, ...more, pathToFileURL(page).href], { timeout: 120_000 });
    expect(ended.status).toBe(0);
    return readFileSync(pdf);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The streams of a PDF that are compressed, as text: enough to see sizes and fonts. */
function insideOf(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: begin }) => {
    const start = index + begin.length;
    try {
      return inflateSync(pdf.subarray(start, text.indexOf("endstream", start))).toString("latin1");
    } catch {
      return "";
    }
  });
  return text + streams.join("\n");
}

const sizes = [
  ["en", "a4", /\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/],
  ["ja", "letter", /\/MediaBox ?\[0 0 612 792\]/],
] as const;

test.skipIf(browser === undefined).for(sizes)(
  "the invoice in %s prints on %s by a browser, with texts and not with pictures",
  { timeout: 180_000 },
  async ([language, paper, size]) => {
    const file = `invoice.${language}.html`;
    const args = ["--month", "2025-05", "--lang", language, "--paper", paper, "-o", file];
    const { status } = await folder.run(["export", "invoice", "--events", "events.ndjson", ...args]);
    expect(status).toBe(0);
    const pdf = insideOf(print(join(folder.path, file)));
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf).toMatch(size);
    expect(pdf).toContain("/Type /Font");
    expect(pdf).not.toContain("/Subtype /Image");
  },
);
