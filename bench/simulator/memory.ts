/** `node bench/simulator/memory.ts`: peak memory at 10⁵ and 10⁶ agent-hours, and a month of 3,000 seats written out. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const play = fileURLToPath(new URL("play.ts", import.meta.url));

interface Figures {
  readonly seconds: string;
  readonly "peak RSS, MB": number;
}

const figuresOf = (times: string, months: string): Figures =>
  JSON.parse(execFileSync(process.execPath, [play, times, months], { encoding: "utf8" })) as Figures;

const small = figuresOf("0.2", "2026-10");
const month = figuresOf("1", "2026-10");
const large = figuresOf("2", "2026-10");
console.table({ "10⁵ agent-hours": small, "a month of 3,000 seats": month, "10⁶ agent-hours": large });
const ratio = large["peak RSS, MB"] / small["peak RSS, MB"];
const kept = ratio <= 1.2 && Number(month.seconds) <= 90 && month["peak RSS, MB"] < 300;
console.log(
  `Peak at 10⁶ agent-hours is ${ratio.toFixed(2)} times that at 10⁵ (at most 1.2 is wanted); the month ${kept ? "keeps" : "does not keep"} to 90 s and 300 MB`,
);
if (!kept) process.exitCode = 1;
