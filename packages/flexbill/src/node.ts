import process from "node:process";
import { exitCodes } from "./exit-code.ts";
import type { Host, Sink, StopSignal } from "./host.ts";
import { main } from "./main.ts";

/** How long a command that was asked to stop may take to do so. */
const graceMilliseconds = 1500;

/** Runs the command of this process and leaves its exit code. */
export async function runOnNode(version: string): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), {
    out: sink(process.stdout),
    err: sink(process.stderr),
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    version,
    now: () => Date.now(),
    ...stopping(),
  });
}

/** A reader that went away (`| head`) has what it wanted. */
function sink(stream: NodeJS.WriteStream): Sink {
  stream.on("error", (error: NodeJS.ErrnoException) =>
    process.exit(error.code === "EPIPE" ? exitCodes.done : exitCodes.outside),
  );
  return {
    write: (text) => (stream.write(text) ? undefined : new Promise((resume) => stream.once("drain", resume))),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}

/** A signal undoes what is half done; it ends the process at once, or tells the command that waits for it. */
function stopping(): Pick<Host, "waitForStop" | "onStop"> {
  const undos = new Set<() => void>();
  const waiting: ((signal: StopSignal) => void)[] = [];
  const codes = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      for (const undo of undos) undo();
      if (waiting.length === 0) process.exit(codes[signal]);
      for (const tell of waiting.splice(0)) tell(signal);
      setTimeout(() => process.exit(codes[signal]), graceMilliseconds).unref();
    });
  }
  return {
    waitForStop: () => new Promise((tell) => waiting.push(tell)),
    onStop: (undo) => {
      undos.add(undo);
      return () => {
        undos.delete(undo);
      };
    },
  };
}
