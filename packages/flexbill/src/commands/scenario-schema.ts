import { storyJsonSchema } from "@flexbill/simulator";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { openTarget } from "../output/write-aside.ts";

/** `flexbill scenario schema`: the JSON Schema of stories, for editors. */
export async function scenarioSchemaCommand(this: Context, flags: { readonly output?: string }): Promise<void> {
  const target = openTarget(flags.output, this.session.host);
  await target.write(`${JSON.stringify(storyJsonSchema(), null, 2)}\n`);
  await target.keep();
  this.leave(exitCodes.done);
}
