import { nearest } from "@flexbill/documents";
import type { Decimal, Language, Month } from "@flexbill/kernel";
import type { DataFolder } from "@flexbill/mock/node";
import { grouped } from "@flexbill/reports";
import { profileById, profileIds } from "@flexbill/simulator";
import type { Context } from "../cli/context.ts";
import { clientLines, curlLine } from "../demo/client-lines.ts";
import { mostServedEvents, simulatedMonth } from "../demo/demo-world.ts";
import { aboutPeople, keptWorld, openData } from "../demo/kept-world.ts";
import { lastMonth } from "../demo/last-month.ts";
import { serveWorld } from "../demo/serve-world.ts";
import { broughtWorld, type ServedWorld, simulatedWorld } from "../demo/served-world.ts";
import { refuse, unclear } from "../input/reading.ts";
import { readWorldFile } from "../input/world.ts";
import { wordsOf } from "../words.ts";

/** The options that serving a world takes. */
export interface MockFlags {
  readonly port: number;
  readonly month?: Month;
  readonly seed: number;
  readonly lang?: Language;
  readonly quiet: boolean;
}

/** What `flexbill mock` takes beside. */
export interface MockOnlyFlags extends MockFlags {
  readonly profile: string;
  readonly world?: string;
  readonly data?: string;
  readonly rate: Decimal;
  readonly strict: boolean;
  readonly controlToken?: string;
}

/** `flexbill mock`: Twilio on this machine, with a simulated month in it, or a world that was taken away. */
export async function mockCommand(this: Context, flags: MockOnlyFlags): Promise<void> {
  const { language } = this.session;
  const words = wordsOf(language);
  const data = flags.data === undefined ? undefined : await openData(this, flags.data);
  if (flags.data !== undefined && data === undefined) return;
  const opened = await openWorld(this, flags, data);
  if (opened === undefined) return data?.close();
  const { sid, authToken } = opened.served.world.main;
  const { people } = opened.served;
  const { data: _path, ...serving } = flags;
  const kept = data && { data: { folder: data, about: people === undefined ? {} : aboutPeople(people) } };
  await serveWorld(this, opened.served, { ...serving, ...kept }, (url) =>
    flags.quiet
      ? `${url}\n`
      : words.mockReady({
          url,
          month: opened.what,
          client: clientLines(sid, url, authToken),
          curl: curlLine(sid, url, authToken),
        }),
  );
}

/** A world that is kept goes on as it was; what is asked for beside is for a new one. */
function openWorld(context: Context, flags: MockOnlyFlags, data: DataFolder | undefined): Promise<Opened | undefined> {
  const { now } = context.session.host;
  if (data?.found !== undefined && flags.data !== undefined)
    return Promise.resolve({ served: keptWorld(data.found, { now, rate: flags.rate }), what: flags.data });
  return flags.world === undefined ? fromProfile(context, flags) : fromFile(context, flags.world, flags);
}

interface Opened {
  readonly served: ServedWorld;
  /** What is in it, for the reader. */
  readonly what: string;
}

async function fromProfile(
  context: Context,
  { profile, seed, rate, ...flags }: MockOnlyFlags,
): Promise<Opened | undefined> {
  const { host, language } = context.session;
  if (profileById(profile) === undefined) {
    await refuse(context, unclear(wordsOf(language).unknownProfile(profile, profileIds, nearest(profile, profileIds))));
    return undefined;
  }
  const wanted = flags.month ?? lastMonth(host.now());
  const month = simulatedMonth(wanted, seed, profile);
  if ("tooLargeOn" in month) {
    const limit = grouped(String(mostServedEvents));
    await refuse(context, unclear(wordsOf(language).tooLarge(profile, wanted, limit, month.tooLargeOn)));
    return undefined;
  }
  const served = simulatedWorld(month, { now: host.now, rate }, { profile, seed, truth: seed });
  return { served, what: month.month };
}

async function fromFile(context: Context, path: string, { rate }: MockOnlyFlags): Promise<Opened | undefined> {
  const { host } = context.session;
  const read = await readWorldFile(path, host);
  if (!read.ok) {
    await refuse(context, read);
    return undefined;
  }
  return { served: broughtWorld(read.value, { now: host.now, rate }), what: path };
}
