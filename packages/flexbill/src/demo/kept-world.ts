import { formatInstant, isTimeZone, parseInstant } from "@flexbill/kernel";
import { type DataFolder, type FoundWorld, type Kept, openDataFolder } from "@flexbill/mock/node";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { reportIssues } from "../output/report-issues.ts";
import { wordsOf } from "../words.ts";
import { broughtWorld, type Going, type People, type ServedWorld, trafficOf } from "./served-world.ts";

/** The folder of a world; undefined where it cannot be used, after saying why. */
export async function openData(context: Context, path: string): Promise<DataFolder | undefined> {
  const { host, language } = context.session;
  const opened = await openDataFolder(path);
  if (opened.ok) return opened.folder;
  const { trouble, file, issues } = opened;
  await host.err.write(`${wordsOf(language).dataTrouble(trouble, file)}\n`);
  await reportIssues(issues, context.session);
  const isOutside = trouble === "in-use" || trouble === "unwritable";
  context.leave(isOutside ? exitCodes.outside : exitCodes.request);
  return undefined;
}

/** The world of a folder: its clock goes on from where it stood, and its people from where they were. */
export function keptWorld(found: FoundWorld, going: Going): ServedWorld {
  const served = broughtWorld(found, going);
  const people = peopleOf(found.about);
  if (people === undefined) return { ...served, since: found.reached };
  return { ...served, since: found.reached, people, traffic: trafficOf(people) };
}

/** What a folder keeps of the people of a world. */
export function aboutPeople({ profile, seed, timeZone, since }: People): Kept["about"] {
  return { profile, seed, timeZone, since: formatInstant(since) };
}

function peopleOf({ profile, seed, timeZone, since }: Kept["about"]): People | undefined {
  const [zone, from] = [String(timeZone), parseInstant(String(since))];
  return isTimeZone(zone) && from.ok
    ? { profile: String(profile), seed: Number(seed), timeZone: zone, since: from.value }
    : undefined;
}
