import type { Language } from "@flexbill/kernel";

/** A signal that asks a process to end. */
export type StopSignal = "SIGINT" | "SIGTERM";

/** A stream that takes text. */
export interface Sink {
  /** Takes a text; resolves when more may come. */
  readonly write: (text: string) => void | Promise<void>;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

/** What a run of the command has of the world: streams, environment, folder, clock. Tests give their own. */
export interface Host {
  readonly out: Sink;
  readonly err: Sink;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves with the signal that asks the command to stop; until it is called, a signal ends the process. */
  readonly waitForStop: () => Promise<StopSignal>;
  /** Something to do should the command be stopped half-way; returns how to take that back. */
  readonly onStop: (undo: () => void) => () => void;
}

/** A host and what the command line says about how to speak. */
export interface Session {
  readonly host: Host;
  readonly language: Language;
}
