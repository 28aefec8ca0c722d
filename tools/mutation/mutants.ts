interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mutant as Stryker reports it; lines and columns count from 1. */
export interface ReportedMutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** The part of Stryker's report that is read here. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>>;
}

/** A mutant by what it says, so that it is still known when lines move. */
export interface Mutant {
  readonly file: string;
  /** The first line that it changes, as it stands in the source. */
  readonly line: string;
  /** What it changes, and to what. */
  readonly change: string;
}

/** How a mutant fared, and where it stands today. */
export interface Fate extends Mutant {
  readonly at: number;
  readonly outcome: "found" | "given up" | "missed" | "left out";
}

const outcomes: Readonly<Record<string, Fate["outcome"]>> = {
  Killed: "found",
  Timeout: "given up",
  Survived: "missed",
  NoCoverage: "missed",
};

const longest = 120;

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function textBetween(lines: readonly string[], { start, end }: ReportedMutant["location"]): string {
  const last = lines[end.line - 1] ?? "";
  if (start.line === end.line) return last.slice(start.column - 1, end.column - 1);
  const first = (lines[start.line - 1] ?? "").slice(start.column - 1);
  return [first, ...lines.slice(start.line, end.line - 1), last.slice(0, end.column - 1)].join("\n");
}

function fateOf(file: string, lines: readonly string[], mutant: ReportedMutant): Fate {
  const { location, status, replacement = "" } = mutant;
  const change = `${inOneLine(textBetween(lines, location))} → ${inOneLine(replacement)}`;
  const line = (lines[location.start.line - 1] ?? "").trim();
  return { file, line, change, at: location.start.line, outcome: outcomes[status] ?? "left out" };
}

/** Every mutant of a report; files are named from the package's `src`. */
export function fates(report: Report): readonly Fate[] {
  return Object.entries(report.files).flatMap(([path, { source, mutants }]) => {
    const file = path.replace(/^packages\/[^/]+\/src\//, "");
    const lines = source.split("\n");
    return mutants.map((mutant) => fateOf(file, lines, mutant));
  });
}

/** One mutant's name among all of its package. */
export function keyOf({ file, line, change }: Mutant): string {
  return [file, line, change].join("\n");
}
