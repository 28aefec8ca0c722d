import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { httpSubject, moduleSubject, type Opened } from "@flexbill/invariants";
import type { Host } from "../host.ts";
import { type Reading, unclear } from "../input/reading.ts";
import type { CommandWords } from "../words.en.ts";
import { faultyPrefix, faultyRater } from "./faulty.ts";
import { ownRater } from "./own-rater.ts";
import { spawnRater } from "./spawned.ts";

/** Opens the rater, again where a process has died; `close` ends what was started. */
export interface Adapter {
  readonly open: () => Promise<Opened>;
  readonly close: () => void;
}

/**
 * The adapter that the command line names: a module, `cmd:COMMAND`, an address, `faulty:ID` for a shipped rater with one
 * thing wrong, or none for flexbill's own.
 */
export async function openAdapter(
  spec: string | undefined,
  host: Host,
  words: CommandWords,
): Promise<Reading<Adapter>> {
  if (spec === undefined) return opened({ open: async () => ownRater, close: () => undefined });
  if (spec.startsWith(faultyPrefix)) return faultyAdapter(spec.slice(faultyPrefix.length), words);
  if (spec.startsWith("cmd:")) return commandAdapter(spec.slice("cmd:".length), host, words);
  if (/^https?:\/\//.test(spec)) {
    const subject = httpSubject(spec, (address, init) =>
      fetch(address, { ...init, signal: AbortSignal.timeout(10_000) }),
    );
    return opened({ open: async () => subject, close: () => undefined });
  }
  return moduleAdapter(spec, host, words);
}

function opened(value: Adapter): Reading<Adapter> {
  return { ok: true, value, issues: [] };
}

function faultyAdapter(id: string, words: CommandWords): Reading<Adapter> {
  const found = faultyRater(id);
  if ("meant" in found) return unclear(words.unknownFaulty(id, found.meant));
  return opened({ open: async () => found.rater, close: () => undefined });
}

async function commandAdapter(command: string, host: Host, words: CommandWords): Promise<Reading<Adapter>> {
  let ends: (() => void)[] = [];
  const open = async (): Promise<Opened> => {
    const { subject, end } = await spawnRater(command, host.cwd);
    ends.push(end);
    return subject;
  };
  const first = await open();
  if (first.alive?.() === false) return unclear(words.adapterEnded(command));
  let ready: Opened | undefined = first;
  return opened({
    open: async () => {
      const given = ready ?? (await open());
      ready = undefined;
      return given;
    },
    close: () => {
      for (const end of ends) end();
      ends = [];
    },
  });
}

async function moduleAdapter(spec: string, host: Host, words: CommandWords): Promise<Reading<Adapter>> {
  try {
    const loaded: unknown = await import(pathToFileURL(resolve(host.cwd, spec)).href);
    const subject = moduleSubject(spec, loaded);
    if (subject === undefined) return unclear(words.adapterWithoutRate(spec));
    return opened({ open: async () => subject, close: () => undefined });
  } catch (error) {
    return unclear(words.adapterNotLoaded(spec, error instanceof Error ? error.message : String(error)));
  }
}
