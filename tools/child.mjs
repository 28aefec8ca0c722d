// A child that ends when we are told to end, and whose end is ours. Plain JavaScript for Node 18 and later.
import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
const patience = 1000;
/** A terminal sends Ctrl-C to the whole group: the child has it already, unless it does not end. */
const terminalPatience = 500;

const statusOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 1);

/** Waits for a child; passes signals on and kills it where it stays; resolves to its exit status, 128 + n after a signal. */
export function finish(child) {
  return new Promise((done, fail) => {
    const timers = [];
    const stop = (signal) => {
      const delay = signal === "SIGINT" && process.stdin.isTTY ? terminalPatience : 0;
      timers.push(setTimeout(() => child.kill(signal), delay));
      timers.push(setTimeout(() => child.kill("SIGKILL"), patience));
    };
    for (const signal of signals) process.on(signal, stop);
    timers.push(watchParent(() => stop("SIGTERM")));
    const tidy = () => {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of signals) process.off(signal, stop);
    };
    child.on("error", (cause) => {
      tidy();
      fail(cause);
    });
    child.on("exit", (code, signal) => {
      tidy();
      done(statusOf(code, signal));
    });
  });
}

/** Under npm a shell may stand between, which dies without passing a signal on: a lost parent counts as one. */
function watchParent(lost) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    lost();
  }, 200);
  timer.unref();
  return timer;
}
