import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import type { LineChannel } from "@flexbill/invariants";

/** A rater that runs as a process of ours, and how to end it. */
export interface Spawned {
  readonly channel: LineChannel;
  readonly end: () => void;
}

const shownOfStderr = 400;
const groups = process.platform !== "win32";

/** Starts a command that answers rating requests as JSON lines; what it says on stderr is told if it ends. */
export function spawnRater(command: string, cwd: string): Spawned {
  const child = spawn(command, { cwd, shell: true, stdio: ["pipe", "pipe", "pipe"], detached: groups });
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
    send: gathered((text) => void child.stdin.write(text)),
    lines: linesOf(child.stdout, closed),
    ending: () => (said.trim() === "" ? ending : `${ending}: ${said.trim()}`),
  };
  return { channel, end: () => endOf(child) };
}

/** A shell stands between us and the command: the signal goes to both, and we do not wait for one that ignores it. */
function endOf(child: ChildProcessWithoutNullStreams): void {
  try {
    if (groups && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    else child.kill();
  } catch {
    // it has ended by itself
  }
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  child.unref();
}

/** What is said in one turn is written at once: a write for each line costs more than the line. */
function gathered(write: (text: string) => void): (line: string) => void {
  let text = "";
  return (line) => {
    if (text === "") {
      queueMicrotask(() => {
        write(text);
        text = "";
      });
    }
    text += `${line}\n`;
  };
}

/** The lines, and their end only when it is known how the process ended. JSON escapes every line feed inside a text. */
async function* linesOf(output: Readable, closed: Promise<void>): AsyncGenerator<string> {
  let begun = "";
  output.setEncoding("utf8");
  for await (const chunk of output as AsyncIterable<string>) {
    const lines = chunk.split("\n");
    lines[0] = begun + lines[0];
    begun = lines.pop() ?? "";
    yield* lines;
  }
  if (begun !== "") yield begun;
  await closed;
}
