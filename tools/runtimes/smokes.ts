import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One call of the command, whose stdout must be the same bytes wherever it runs. */
export interface Smoke {
  readonly sentence: string;
  readonly args: readonly string[];
  readonly input?: string;
}

interface Vector {
  readonly contract: unknown;
  readonly priceBook: unknown;
  readonly month: string;
  readonly events: readonly unknown[];
}

const golden = fileURLToPath(new URL("../../fixtures/golden", import.meta.url));

function readVector(name: string): Vector {
  return JSON.parse(readFileSync(join(golden, name), "utf8")) as Vector;
}

/** Every golden vector as a rating request, one a line. */
export function goldenRequests(): string {
  const names = readdirSync(golden).filter((name) => name.endsWith(".json"));
  return names
    .sort()
    .map((name) => `${JSON.stringify(readVector(name))}\n`)
    .join("");
}

const bigMonth = readVector("mixed-01-five-users-200-events.json");
const files = ["--contract", "contract.json", "--events", "events.ndjson", "--month", bigMonth.month];

/** Profiles that between them have every channel, zone and kind of leg, made small enough to be compared. */
const smallProfiles = ["airline", "insurer", "retailer-jp"];
const times = 40;

/** A profile with so many times fewer seats and contacts. */
function smallProfile(id: string): string {
  const file = fileURLToPath(new URL(`../../packages/simulator/data/profile-${id}.json`, import.meta.url));
  const fewer = (key: string, value: unknown): unknown =>
    (key === "users" || key === "perDay") && typeof value === "number" ? Math.ceil(value / times) : value;
  return JSON.stringify(JSON.parse(readFileSync(file, "utf8"), fewer));
}

/** Writes the files that the calls name into `folder`. */
export function writeSmokeFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "contract.json"), JSON.stringify(bigMonth.contract));
  for (const id of smallProfiles) writeFileSync(join(folder, `${id}.json`), smallProfile(id));
  writeFileSync(join(folder, "events.ndjson"), bigMonth.events.map((event) => `${JSON.stringify(event)}\n`).join(""));
}

/** From the kernel to the reports; a new command of use belongs in this list. */
export const smokes: readonly Smoke[] = [
  { sentence: "rates every golden vector", args: ["rate", "--batch", "-"], input: goldenRequests() },
  { sentence: "rates a month of files into JSON", args: ["rate", ...files, "--format", "json"] },
  { sentence: "rates a month of files into English text", args: ["rate", ...files, "--lang", "en"] },
  { sentence: "rates a month of files into Japanese text", args: ["rate", ...files, "--lang", "ja"] },
  { sentence: "meters a month of files", args: ["meter", ...files] },
  { sentence: "exports a month as FOCUS", args: ["export", "focus", ...files, "--quiet"] },
  { sentence: "exports a month as a page", args: ["export", "invoice", ...files, "--lang", "ja"] },
  ...smallProfiles.map((id) => ({
    sentence: `simulates a month of a small ${id}`,
    args: ["simulate", `${id}.json`, "--month", "2026-04", "--seed", "11"],
  })),
  { sentence: "simulates a month from a seed", args: ["simulate", "demo", "--month", "2026-01", "--seed", "7"] },
  { sentence: "searches the catalogue", args: ["catalog", "search", "sms"] },
  { sentence: "lists the terms", args: ["terms", "list"] },
  { sentence: "tells its version", args: ["--version"] },
];
