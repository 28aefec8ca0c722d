import type { Language } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { writeNew } from "../output/write-new.ts";
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
  if (!(await writeNew(file, starterStory, host))) return refuse(this, unclear(words.starterThere(file)));
  await host.out.write(`${words.storyWritten(file)}\n`);
  this.leave(exitCodes.done);
}
