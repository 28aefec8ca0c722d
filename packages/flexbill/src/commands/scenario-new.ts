import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { starterStory } from "../scenario/starter.ts";
import { wordsOf } from "../words.ts";

/** `flexbill scenario new`: writes a story that holds, to begin with. A file that is there is left alone. */
export async function scenarioNewCommand(
  this: Context,
  _flags: { readonly lang?: Language },
  file: string,
): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  try {
    await writeFile(resolve(host.cwd, file), starterStory, { flag: "wx" });
  } catch (error) {
    const there = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (there) return refuse(this, unclear(words.starterThere(file)));
    throw error;
  }
  await host.out.write(`${words.storyWritten(file)}\n`);
  this.leave(exitCodes.done);
}
