import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { declarationsOf } from "./declarations.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string>>;
}

/** A text to commit and its path from the root. */
export interface Report {
  readonly path: string;
  readonly text: string;
}

function doorText(room: string, door: string, source: string): string {
  const file = join(root, ".tsbuild", room, source.replace(/\.ts$/, ".d.ts"));
  const names = [...declarationsOf(file)].sort(([a], [b]) => (a < b ? -1 : 1));
  const title = door === "." ? "" : `\n## ${door.slice(1)}\n`;
  return `${title}\n\`\`\`ts\n${names.map(([, text]) => `${text}\n`).join("")}\`\`\`\n`;
}

function reportOf(room: string): readonly Report[] {
  const manifest = JSON.parse(readFileSync(join(root, "packages", room, "package.json"), "utf8")) as Manifest;
  if (manifest.private === true) return [];
  const doors = Object.entries(manifest.exports ?? {}).filter(([, source]) => source.endsWith(".ts"));
  const head = `# What ${manifest.name} exports\n\nWritten by \`node tools/dev.mjs run api\`; a change here is a change for users.\n`;
  return [
    { path: `api/${room}.md`, text: head + doors.map(([door, source]) => doorText(room, door, source)).join("") },
  ];
}

/** The public names and types of every public package, from what the compiler declares (`tsc -b` comes first). */
export function apiReports(): readonly Report[] {
  return readdirSync(join(root, "packages")).sort().flatMap(reportOf);
}
