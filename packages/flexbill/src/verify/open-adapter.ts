import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { httpSubject, jsonLinesSubject, type LineChannel, type Opened, raterLost } from "@flexbill/invariants";
import type { Host } from "../host.ts";
import { type Reading, unclear } from "../input/reading.ts";
import { reasonOf } from "../reason-of.ts";
import type { CommandWords } from "../words.en.ts";
import { faultyPrefix, faultyRater } from "./faulty.ts";
import { ownRater } from "./own-rater.ts";
import { spawnRater } from "./spawned.ts";
import { startThread } from "./thread.ts";

/** Opens the rater, again where it has ended or was given up; `close` ends what was started. */
export interface Adapter {
  readonly open: () => Promise<Opened>;
  readonly close: () => void;
}

/** What opening an adapter needs besides its name. */
export interface Opening {
  readonly host: Host;
  readonly words: CommandWords;
  /** Milliseconds without any answer until a rater that owes some is given up. */
  readonly patience: number;
}

/**
 * The adapter that the command line names: a module, `cmd:COMMAND`, an address, `faulty:ID` for a shipped rater with one
 * thing wrong, or none for flexbill's own.
 */
export async function openAdapter(spec: string | undefined, opening: Opening): Promise<Reading<Adapter>> {
  if (spec === undefined) return always(ownRater);
  if (spec.startsWith(faultyPrefix)) {
    const found = faultyRater(spec.slice(faultyPrefix.length));
    if ("rater" in found) return always(found.rater);
    return unclear(opening.words.unknownFaulty(spec.slice(faultyPrefix.length), found.meant));
  }
  if (spec.startsWith("cmd:")) return commandAdapter(spec.slice("cmd:".length), opening);
  if (/^https?:\/\//.test(spec)) return addressAdapter(spec, opening);
  return moduleAdapter(spec, opening);
}

function opened(value: Adapter): Reading<Adapter> {
  return { ok: true, value, issues: [] };
}

function always(rater: Opened): Reading<Adapter> {
  return opened({ open: async () => rater, close: () => undefined });
}

/** A rater that was started, and how to end it. */
interface Started {
  readonly subject: Opened;
  readonly end: () => void;
}

/**
 * An adapter that starts its rater again once it is no longer alive; of two, only the later one runs. One that cannot be
 * started again answers every request with the reason.
 */
function restarting(first: Started, start: () => Promise<Started>): Adapter {
  let current = first;
  return {
    open: async () => {
      if (current.subject.alive?.() !== false) return current.subject;
      current.end();
      const { name } = current.subject;
      current = await start().catch((error: unknown) => lostFor(name, reasonOf(error)));
      return current.subject;
    },
    close: () => current.end(),
  };
}

function lostFor(name: string, reason: string): Started {
  const rate = () => {
    throw raterLost(reason);
  };
  return { subject: { name, rate, alive: () => false }, end: () => undefined };
}

async function commandAdapter(command: string, { host, words, patience }: Opening): Promise<Reading<Adapter>> {
  let ending = () => "";
  const start = async (): Promise<Started> => {
    const { channel, end } = spawnRater(command, host.cwd);
    ending = channel.ending;
    return { subject: await lines(command, channel, patience), end };
  };
  const first = await start();
  if (first.subject.alive?.() === false) return unclear(words.adapterEnded(command, ending()));
  return opened(restarting(first, start));
}

async function moduleAdapter(spec: string, { host, words, patience }: Opening): Promise<Reading<Adapter>> {
  const url = pathToFileURL(resolve(host.cwd, spec)).href;
  const load = () => startThread({ url, patience, err: host.err });
  const first = await load();
  if ("noRate" in first) return unclear(words.adapterWithoutRate(spec));
  if ("problem" in first) {
    const sentence = words.adapterNotLoaded(spec, withoutOurPath(first.problem));
    return unclear(looksLikeModule(spec) ? sentence : `${sentence}\n${words.adapterForms}`);
  }
  const started = async (thread: typeof first): Promise<Started> => ({
    subject: await lines(spec, thread.channel, patience),
    end: thread.end,
  });
  const again = async (): Promise<Started> => {
    const thread = await load();
    if ("channel" in thread) return started(thread);
    throw new Error(words.adapterNotLoaded(spec, "problem" in thread ? thread.problem : "rate"));
  };
  return opened(restarting(await started(first), again));
}

const looksLikeModule = (spec: string) => /^[^\s:]+\.[cm]?[jt]s$/.test(spec);

/** Node also names the file that asked, which is one of ours. */
const withoutOurPath = (problem: string) => problem.replace(/ imported from .*$/s, "");

async function addressAdapter(address: string, { words, patience }: Opening): Promise<Reading<Adapter>> {
  const start = async (): Promise<Started> => {
    const subject = await httpSubject({ address, post: fetch, patience, after });
    return { subject, end: () => undefined };
  };
  try {
    return opened(restarting(await start(), start));
  } catch (error) {
    return unclear(words.adapterUnreachable(address, reasonOf(error)));
  }
}

const lines = (name: string, channel: LineChannel, patience: number) =>
  jsonLinesSubject({ name, channel, patience, after });

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
