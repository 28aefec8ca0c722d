import type { Language } from "@flexbill/kernel";
import { called } from "../called.ts";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { refuse, unclear } from "../input/reading.ts";
import { writeNew } from "../output/write-new.ts";
import { adapterOf, type StarterLanguage, starters } from "../verify/starter.ts";
import { wordsOf } from "../words.ts";

/** The options of `flexbill verify init`. */
export interface VerifyInitFlags {
  readonly language: StarterLanguage;
  readonly lang?: Language;
}

/** `flexbill verify init`: writes an adapter that works, and says how to run it. A file that is there is left alone. */
export async function verifyInitCommand(this: Context, { language: written }: VerifyInitFlags): Promise<void> {
  const { host, language } = this.session;
  const words = wordsOf(language);
  const { file, text } = starters[written];
  if (!(await writeNew(file, text, host))) return refuse(this, unclear(words.starterThere(file)));
  await host.out.write(
    `${words.starterWritten(file, `${called(host)} verify --bail --adapter ${adapterOf(written)}`)}\n`,
  );
  this.leave(exitCodes.done);
}
