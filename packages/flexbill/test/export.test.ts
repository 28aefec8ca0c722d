import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { createCsvReader } from "@flexbill/documents";
import Excel from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { account, contract, createFolder, presence } from "./command.ts";

const event = (id: string, type: string, data: object) =>
  JSON.stringify({ specversion: "1.0", id, source: "/test", type: `dev.flexbill.${type}`, subject: account, data });
const at = "2025-05-06T09:00:00Z";
const odd = '=Meta "quoted"\nnext 👍';
const folder = createFolder();
folder.write("flexbill.yaml", `${contract}commitment: { monthlyMinimum: "1000.00" }\n`);
folder.write(
  "events.ndjson",
  [
    presence("1"),
    event("2", "fee", {
      provider: odd,
      product: "third-party-messaging",
      amount: "0.0123",
      currency: "USD",
      at,
      reference: null,
    }),
    event("3", "usage", {
      product: "taskrouter",
      quantity: "12.5",
      unit: "task",
      at,
      user: null,
      dimensions: { "=x": '"y"' },
      labels: { team: "=1+1" },
    }),
  ].join("\n"),
);
const exporting = (what: string, ...more: readonly string[]) =>
  folder.run(["export", what, "--events", "events.ndjson", "--month", "2025-05", ...more]);
const rowsOf = (text: string) => {
  const reader = createCsvReader();
  const [header, ...rows] = [...reader.read(text), ...reader.end()].map(({ cells }) => cells);
  return rows.map((row) => Object.fromEntries((header ?? []).map((name, index) => [name, row[index] ?? null])));
};

describe("flexbill export focus", () => {
  test("writes every dataset to a folder, each of which passes the validator", async () => {
    const { status, err } = await exporting("focus", "--dir", "all", "--tag", 'team="=1+1"', "--quiet");
    expect([status, err]).toEqual([0, ""]);
    for (const name of ["cost-and-usage", "invoice-detail", "billing-period", "contract-commitment"]) {
      const { out } = await folder.run(["focus", "validate", `all/${name}.csv`]);
      expect(out).toContain("no fault");
    }
    const rows = rowsOf(folder.read("all/cost-and-usage.csv"));
    expect(rows.find((row) => row["x_ChargeKind"] === "third-party")?.["x_PassThroughProviderName"]).toBe(`'${odd}`);
    expect(rows.every((row) => row["Tags"] === '{"team":"\\"=1+1\\""}')).toBe(true);
  });

  test("says of each line that is a range what was exported, and leaves it out where that was asked for", async () => {
    const high = await exporting("focus", "--unknown", "high");
    const omit = await exporting("focus", "--unknown", "omit");
    expect(high.err).toContain("Note: overage/taskrouter is 0.00 or more USD; exported at 0.00");
    expect(omit.err).toContain("Note: overage/taskrouter is 0.00 or more USD; left out");
    expect(rowsOf(omit.out).some((row) => row["x_ChargeKind"] === "overage")).toBe(false);
  });

  test("says on each row what EffectiveCost means, and on standard error what the fee was spread over", async () => {
    const bases = async (...more: readonly string[]) => {
      const { out, err } = await exporting("focus", ...more);
      return { err, bases: [...new Set(rowsOf(out).map((row) => row["x_EffectiveCostBasis"]))] };
    };
    const billed = await bases();
    const covering = await bases("--effective-cost", "cover-included");
    expect([billed.bases, covering.bases]).toEqual([["billed"], ["cover-included"]]);
    expect(billed.err).not.toContain("EffectiveCost");
    expect(covering.err).toContain("no included usage has a list price, so the plan's fee covers nothing");
  });

  test("makes an estimate an issued invoice by its number and day", async () => {
    const more = [
      "--dataset",
      "InvoiceDetail",
      "--invoice-id",
      "IN-7",
      "--issued",
      "2025-06-10",
      "--payment-terms",
      "Net 30",
    ];
    const [first] = rowsOf((await exporting("focus", ...more)).out);
    expect(first).toMatchObject({ InvoiceId: "IN-7", InvoiceIssueStatus: "Issued", PaymentTerms: "Net 30" });
  });

  test.for([
    [["--tag", "team"], '"team" is no tag'],
    [["--issued", "2025-06-31"], '"2025-06-31" is no date'],
    [["--dir", "x", "-o", "y"], "--dir writes every dataset"],
    [["--format", "parquet"], "Parquet is no text for a terminal"],
    [["--month", "2025-06", "--invoice-id", "IN-7"], "--invoice-id and --issued are of one invoice"],
    [["--tag", "a=1", "--tag", "a=2"], 'The tag "a" is given twice'],
    [["--account-name", " "], '" " says nothing; wanted a text'],
    [["--effective-cost", "free"], '"free" is not possible; wanted one of billed, cover-included'],
    [["--unknown", "zero"], '"zero" is not possible; wanted one of high, low, omit'],
  ] as const)("%j is not understood, and says why in a sentence", async ([args, message]) => {
    const { status, out, err } = await exporting("focus", ...args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

describe("a result that is there already", () => {
  test.for(["invoice", "charges", "usage", "focus"])("is not replaced by export %s without --force", async (what) => {
    folder.write("there.out", "mine");
    const refused = await exporting(what, "-o", "there.out");
    expect(refused.status).toBe(2);
    expect(refused.err).toContain("there.out is there already; give --force to replace it");
    expect(folder.read("there.out")).toBe("mine");
    expect((await exporting(what, "-o", "there.out", "--force", "--quiet")).status).toBe(0);
    expect(folder.read("there.out")).not.toBe("mine");
  });

  test("keeps a whole folder of datasets from being half replaced", async () => {
    folder.write("half/billing-period.csv", "mine");
    expect((await exporting("focus", "--dir", "half")).status).toBe(2);
    expect(existsSync(join(folder.path, "half", "cost-and-usage.csv"))).toBe(false);
  });
});

test("a dataset that this export does not have is not left over from the one before", async () => {
  const names = () => readdirSync(join(folder.path, "again")).toSorted();
  await exporting("focus", "--dir", "again");
  expect(names()).toContain("contract-commitment.csv");
  folder.write("plain.yaml", contract);
  const plain = ["focus", "--dir", "again", "--contract", "plain.yaml"] as const;
  expect((await exporting(...plain)).status).toBe(2);
  expect(names()).toContain("contract-commitment.csv");
  expect((await exporting(...plain, "--force")).status).toBe(0);
  expect(names()).toEqual(["billing-period.csv", "cost-and-usage.csv", "invoice-detail.csv"]);
});

test("a folder that is a file is not understood, and stays as it was", async () => {
  folder.write("notes", "mine");
  const { status, err } = await exporting("focus", "--dir", "notes", "--force");
  expect([status, err]).toEqual([2, expect.stringContaining("notes is there already and no folder")]);
  expect(folder.read("notes")).toBe("mine");
});

describe("an invoice with an error", () => {
  const early = ["--events", "events.ndjson", "--month", "2020-01"];
  test.each([
    ["export", "focus"],
    ["export", "charges"],
    ["export", "invoice", "--format", "csv"],
    ["rate", "--format", "csv"],
  ])("leaves %s %s with 1, and says why", async (...command) => {
    const { status, err } = await folder.run([...command, ...early]);
    expect([status, err]).toEqual([1, expect.stringContaining("plan.none")]);
  });
});

describe("a disk that fills", () => {
  test.skipIf(!existsSync("/dev/full"))("ends with 3 and a sentence, and no device is replaced", async () => {
    const { status, err } = await exporting("invoice", "-o", "/dev/full");
    expect(status).toBe(3);
    expect(err).toContain("ENOSPC");
    expect(err).not.toContain("    at ");
  });

  test.skipIf(process.platform === "win32").each(["csv", "parquet"])("leaves nothing behind of a %s file", (format) => {
    const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url));
    const args = `export focus --events events.ndjson --month 2025-05 --format ${format} --dir full`;
    const ended = spawnSync("sh", ["-c", `ulimit -f 1; exec "$NODE" "$BIN" ${args}`], {
      cwd: folder.path,
      env: { ...process.env, NODE: process.execPath, BIN: bin, NODE_COMPILE_CACHE: "" },
      encoding: "utf8",
    });
    expect(ended.status).toBe(3);
    expect(ended.stderr).toContain("EFBIG");
    expect(spawnSync("ls", ["-A", join(folder.path, "full")], { encoding: "utf8" }).stdout).toBe("");
  });
});

test.skipIf(process.platform === "win32")(
  "a disk that fills half-way through a long result leaves nothing behind",
  () => {
    folder.write("long/here", "");
    const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url));
    const ended = spawnSync(
      "sh",
      ["-c", 'ulimit -f 100; exec "$NODE" "$BIN" simulate demo --month 2025-05 -o long/e.ndjson'],
      {
        cwd: folder.path,
        env: { ...process.env, NODE: process.execPath, BIN: bin, NODE_COMPILE_CACHE: "" },
        encoding: "utf8",
      },
    );
    expect([ended.status, ended.stderr.includes("EFBIG")]).toEqual([3, true]);
    expect(spawnSync("ls", ["-A", join(folder.path, "long")], { encoding: "utf8" }).stdout).toBe("here\n");
  },
);

describe("Parquet, read by DuckDB", () => {
  let rows: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  beforeAll(async () => {
    for (const what of ["charges", "usage"])
      await exporting(what, "--format", "parquet", "-o", `${what}.parquet`, "--force", "--quiet");
    await exporting("focus", "--format", "parquet", "--dir", "parquet", "--force", "--quiet");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    rows = async (sql) => {
      const reader = await connection.runAndReadAll(sql.replaceAll("@", `${folder.path}/`));
      return reader.getRowObjectsJson() as Record<string, unknown>[];
    };
  }, 60_000);
  const typesOf = async (file: string) =>
    Object.fromEntries(
      (await rows(`describe select * from '@${file}'`)).map((row) => [row["column_name"], row["column_type"]]),
    );

  test("has the types that are documented", async () => {
    expect(await typesOf("charges.parquet")).toMatchObject({
      month: "VARCHAR",
      quantity: "DECIMAL(38,18)",
      unitPrice: "DECIMAL(38,18)",
      low: "DECIMAL(38,18)",
      high: "DECIMAL(38,18)",
      asOf: "TIMESTAMP",
    });
    expect(await typesOf("usage.parquet")).toMatchObject({ quantity: "DECIMAL(38,18)", dimensions: "VARCHAR" });
    expect(await typesOf("parquet/cost-and-usage.parquet")).toMatchObject({
      BilledCost: "DECIMAL(38,18)",
      ListUnitPrice: "DECIMAL(38,18)",
      BillingPeriodStart: "TIMESTAMP",
      ChargeDescription: "VARCHAR",
    });
  });

  test("sums to the invoice, exactly, in decimals", async () => {
    const json = await folder.run(["rate", "--events", "events.ndjson", "--month", "2025-05", "--format", "json"]);
    const total = (JSON.parse(json.out) as { totals: { USD: { low: string } } }).totals.USD.low;
    const [charges] = await rows("select cast(sum(low) as decimal(38,2)) as total from '@charges.parquet'");
    const [focus] = await rows(
      "select cast(sum(BilledCost) as decimal(38,2)) as total, sum(BilledCost) = cast(sum(BilledCost) as decimal(38,2)) as whole from '@parquet/cost-and-usage.parquet'",
    );
    expect([charges?.["total"], focus?.["total"], focus?.["whole"]]).toEqual([total, total, true]);
  });

  test("reads the CSV to the same sum", async () => {
    await exporting("charges", "--force", "--quiet", "-o", "sum.csv");
    const [csv] = await rows("select sum(cast(low as decimal(38,2))) as total from read_csv('@sum.csv')");
    const [parquet] = await rows("select cast(sum(low) as decimal(38,2)) as total from '@charges.parquet'");
    expect(csv?.["total"]).toBe(parquet?.["total"]);
  });

  test("passes the validator in Parquet as in CSV, a fault in a decimal's last digit being found", async () => {
    const good = await folder.run(["focus", "validate", "parquet/cost-and-usage.parquet"]);
    expect([good.status, good.out.includes("no fault")]).toEqual([0, true]);
    const bad =
      "copy (select * replace (ListCost + 0.000000000000000001 as ListCost) from '@parquet/cost-and-usage.parquet')";
    await rows(`${bad} to '@bad.parquet' (format parquet)`);
    const { status, out } = await folder.run(["focus", "validate", "bad.parquet"]);
    expect([status, out.includes("error CAU-ListCost-C-011-C")]).toEqual([1, true]);
  });

  test("is refused where the file is none, with a sentence", async () => {
    folder.write("text.parquet", "a,b\n1,2\n");
    const { status, err } = await folder.run(["focus", "validate", "text.parquet"]);
    expect([status, err.includes("schema.file-unreadable")]).toEqual([2, true]);
    const none = await folder.run(["focus", "validate", "none.parquet.parquet"]);
    expect([none.status, none.err.includes("schema.file-missing")]).toEqual([2, true]);
  });

  test("keeps texts as they are: no apostrophe, every quote and line end", async () => {
    const [row] = await rows("select payee from '@charges.parquet' where kind = 'third-party'");
    expect(row?.["payee"]).toBe(odd);
  });

  test("has no value where there is none", async () => {
    const [row] = await rows("select count(*) as n from '@charges.parquet' where high is null");
    expect(Number(row?.["n"])).toBeGreaterThan(0);
  });
});

const withoutTrailingZeros = (decimal: string) =>
  decimal.includes(".") ? decimal.replace(/0+$/, "").replace(/\.$/, "") : decimal;

test("amounts come through a spreadsheet's doubles without loss", async () => {
  await exporting("charges", "--bom", "--force", "-o", "charges.csv");
  const text = folder.read("charges.csv");
  expect(text.startsWith("\uFEFF")).toBe(true);
  for (const row of rowsOf(text))
    for (const name of ["quantity", "unitPrice", "low", "high"]) {
      const cell = row[name] ?? null;
      if (cell === null) continue;
      expect(String(Number(cell))).toBe(withoutTrailingZeros(cell));
    }
});

test("amounts come through a workbook of a spreadsheet program without loss, and no cell is a formula", async () => {
  await exporting("charges", "--bom", "--force", "-o", "charges.csv");
  const rows = rowsOf(folder.read("charges.csv"));
  const file = join(folder.path, "charges.xlsx");
  const workbook = new Excel.Workbook();
  await workbook.csv.readFile(join(folder.path, "charges.csv"));
  await workbook.xlsx.writeFile(file);
  const read = new Excel.Workbook();
  await read.xlsx.readFile(file);
  const [header, ...lines] = read.worksheets[0]?.getSheetValues().slice(1) ?? [];
  const cells = (line: unknown) => (line as readonly unknown[]).slice(1);
  const names = cells(header).map((name) => String(name).replace("\uFEFF", ""));
  expect(lines.length).toBe(rows.length);
  for (const [index, line] of lines.entries())
    for (const [column, cell] of cells(line).entries()) {
      expect(typeof cell === "string" && /^[=+@]/.test(cell)).toBe(false);
      const written = rows[index]?.[names[column] ?? ""] ?? "";
      if (typeof cell === "number") expect(cell.toString()).toBe(withoutTrailingZeros(written));
    }
  const amounts = names.indexOf("low");
  expect(lines.filter((line) => typeof cells(line)[amounts] === "number").length).toBe(lines.length);
});

test("an invoice is written in each of its forms, in the language that was asked for", async () => {
  expect((await exporting("invoice")).out).toContain("<h1>Invoice for May 2025</h1>");
  expect((await exporting("invoice", "--lang", "ja")).out).toContain("<h1>2025年5月の請求</h1>");
  expect((await exporting("invoice", "--format", "markdown")).out).toContain("# Invoice for May 2025");
  expect(rowsOf((await exporting("invoice", "--format", "csv")).out).length).toBeGreaterThan(2);
  expect(JSON.parse((await exporting("invoice", "--format", "json")).out)).toMatchObject({ month: "2025-05" });
});

test("a month without events has its licence line and nothing else, in every form", async () => {
  folder.write("none.ndjson", "");
  const none = (what: string, ...more: readonly string[]) =>
    folder.run(["export", what, "--events", "none.ndjson", "--month", "2025-05", "--quiet", ...more]);
  expect(rowsOf((await none("usage")).out)).toEqual([]);
  expect(rowsOf((await none("charges")).out).map((row) => row["kind"])).toEqual(["license", "commitment"]);
  expect((await none("usage", "--format", "parquet", "-o", "none.parquet")).status).toBe(0);
  expect(readFileSync(join(folder.path, "none.parquet")).subarray(0, 4).toString()).toBe("PAR1");
});

test("two accounts' currencies stay two invoices", async () => {
  folder.write(
    "two.ndjson",
    `${presence("1")}\n${event("2", "fee", { provider: "Meta", product: "third-party-messaging", amount: "3", currency: "EUR", at, reference: null })}\n`,
  );
  const { out } = await folder.run(["export", "focus", "--events", "two.ndjson", "--month", "2025-05", "--quiet"]);
  const ids = new Set(rowsOf(out).map((row) => `${row["BillingCurrency"]} ${row["InvoiceId"]}`));
  expect([...ids].sort()).toEqual(["EUR EST-2025-05-EUR", "USD EST-2025-05-USD"]);
});

test("every provider without a name is refused where it is written", async () => {
  const fee = (id: string, provider: string) =>
    event(id, "fee", {
      provider,
      product: "third-party-messaging",
      amount: "3",
      currency: "EUR",
      at,
      reference: null,
    });
  folder.write("nameless.ndjson", ["", "  ", "\t"].map((provider, index) => fee(`${index}`, provider)).join("\n"));
  for (const command of [["export", "focus"], ["export", "invoice"], ["rate"]]) {
    const { status, err } = await folder.run([...command, "--events", "nameless.ndjson", "--month", "2025-05"]);
    expect(status).toBe(2);
    for (const line of [1, 2, 3])
      expect(err).toMatch(new RegExp(`nameless\\.ndjson:${line}:\\d+: error schema\\.value`));
  }
});
