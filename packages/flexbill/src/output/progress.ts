import type { Host } from "../host.ts";

/** Shows how far a long command is. */
export interface Progress {
  readonly show: (text: () => string) => void;
  readonly clear: () => void;
}

const firstAfter = 1000;
const everyMilliseconds = 200;

/** Progress on a terminal, from one second on; anywhere else, or when quiet, none. */
export function createProgress(host: Host, quiet: boolean): Progress {
  if (quiet || !host.err.isTerminal) return { show: () => undefined, clear: () => undefined };
  let next = host.now() + firstAfter;
  let shown = false;
  return {
    show: (text) => {
      if (host.now() < next) return;
      next = host.now() + everyMilliseconds;
      shown = true;
      host.err.write(`\r\u001b[K${text()}`);
    },
    clear: () => {
      if (shown) host.err.write("\r\u001b[K");
      shown = false;
    },
  };
}
