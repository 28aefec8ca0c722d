import { answerRequest } from "@flexbill/charges";
import { issue } from "@flexbill/kernel";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { type Line, readLines } from "../input/lines.ts";
import { fileIssue } from "../input/read-bytes.ts";
import { refuse } from "../input/reading.ts";
import { createProgress } from "../output/progress.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

interface BatchFlags {
  readonly output?: string;
  readonly quiet: boolean;
}

/** Answers rating requests, one JSON a line and in their order (formats.md section 8). */
export async function rateBatch(context: Context, path: string, { output, quiet }: BatchFlags): Promise<void> {
  const { host, language } = context.session;
  const target = openTarget(output, host);
  const progress = createProgress(host, quiet);
  let [answers, refused] = [0, 0];
  try {
    for await (const lines of readLines(path, host)) {
      for (const line of lines) {
        const answer = answerOf(line);
        if (answer === undefined) continue;
        answers += 1;
        if (!("charges" in answer)) refused += 1;
        await target.write(`${JSON.stringify(answer)}\n`);
        progress.show(() => wordsOf(language).answered(answers.toLocaleString(language)));
      }
    }
  } catch (error) {
    await target.drop();
    await refuse(context, { issues: [fileIssue(path, error)] });
    return;
  } finally {
    progress.clear();
  }
  await target.keep();
  context.leave(refused > 0 ? exitCodes.no : exitCodes.done);
}

/** The answer to a line; an empty one has none. */
function answerOf({ text, number, bad }: Line): object | undefined {
  if (bad === undefined) return text.trim() === "" ? undefined : answerRequest(text);
  const trouble = issue(bad, { at: { line: number, column: 1 } });
  return { id: null, issues: [trouble] };
}
