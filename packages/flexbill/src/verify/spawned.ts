import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { jsonLinesSubject, type LineChannel, type LinesSubject } from "@flexbill/invariants";

/** A rater that runs as a process of ours, and how to end it. */
export interface Spawned {
  readonly subject: LinesSubject;
  readonly end: () => void;
}

/** Milliseconds after which a request without an answer is given up. */
const patience = 10_000;
const shownOfStderr = 400;

/** Starts a command that answers rating requests as JSON lines; what it says on stderr is told if it ends. */
export async function spawnRater(command: string, cwd: string): Promise<Spawned> {
  const child = spawn(command, { cwd, shell: true, stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  let ending = "no reason given";
  child.stderr.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-shownOfStderr);
  });
  const closed = new Promise<void>((done) => {
    child.on("close", (code, signal) => {
      ending = signal === null ? `exit status ${code}` : `signal ${signal}`;
      done();
    });
    child.on("error", (error) => {
      ending = error.message;
      done();
    });
  });
  child.stdin.on("error", () => undefined);
  const channel: LineChannel = {
    send: (line) => void child.stdin.write(`${line}\n`),
    lines: linesOf(child.stdout, closed),
    ending: () => (said.trim() === "" ? ending : `${ending}: ${said.trim()}`),
  };
  const subject = await jsonLinesSubject({ name: command, channel, patience, after });
  return { subject, end: () => void child.kill() };
}

/** The lines, and their end only when it is known how the process ended. */
async function* linesOf(output: Readable, closed: Promise<void>): AsyncGenerator<string> {
  yield* createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY });
  await closed;
}

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
