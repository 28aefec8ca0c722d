import { csvTable, grouped, renderTable, usageTable } from "@flexbill/reports";
import { type UsageRow, usageRowDocument } from "@flexbill/usage";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { type MonthFlags, readMonths } from "../input/months.ts";
import { refuse } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { reportIssues } from "../output/report-issues.ts";
import { openTarget } from "../output/write-aside.ts";

/** The options of `flexbill meter`. */
export interface MeterFlags extends MonthFlags {
  readonly format: "ndjson" | "table" | "csv";
  readonly lang?: "en" | "ja";
  readonly output?: string;
}

/** `flexbill meter`: events to usage rows. */
export async function meterCommand(this: Context, flags: MeterFlags): Promise<void> {
  const months = await readMonths(flags, this.session);
  if (!months.ok) {
    await refuse(this, months);
    return;
  }
  const rows = months.value.metered.flatMap((one) => one.rows);
  const target = openTarget(flags.output, this.session.host);
  for (const text of written(rows, flags.format, paper(this.session, flags.output).width)) await target.write(text);
  await target.keep();
  const remarks = [...months.issues, ...months.value.metered.flatMap(({ issues }) => issues)];
  if (!flags.quiet) await reportIssues(remarks, this.session);
  this.leave(exitCodes.done);
}

const columns = ["month", "product", "unit", "user", "quantity", "dimensions", "useCase", "amount"] as const;

function* written(rows: readonly UsageRow[], format: MeterFlags["format"], width: number): Generator<string> {
  if (format === "table") {
    const columnsOfTable = columns.map((title) => ({
      title,
      align: title === "quantity" ? ("right" as const) : ("left" as const),
      ...(title === "product" || title === "dimensions" ? { least: 16 } : {}),
    }));
    const cellsOfTable = rows.map((row) => cells(row, grouped));
    yield renderTable(columnsOfTable, cellsOfTable, width);
    return;
  }
  if (format === "csv") yield* csvTable(usageTable(rows));
  else for (const row of rows) yield `${JSON.stringify(usageRowDocument(row))}\n`;
}

function cells(row: UsageRow, quantity: (text: string) => string): readonly string[] {
  const document = usageRowDocument(row);
  const dimensions = Object.entries(document.dimensions).map(([key, value]) => `${key}=${value}`);
  return [
    document.month,
    document.product,
    document.unit,
    document.user ?? "",
    quantity(document.quantity),
    dimensions.join(" "),
    document.useCase ?? "",
    document.amount ?? "",
  ];
}
