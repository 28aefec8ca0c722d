import { type Issue, issue } from "@flexbill/kernel";
import { type FlexEvent, readEventLine } from "@flexbill/usage";
import type { Session } from "../host.ts";
import { createProgress } from "../output/progress.ts";
import { wordsOf } from "../words.ts";
import { type Line, readLines } from "./lines.ts";
import { fileIssue, nameOf } from "./read-bytes.ts";

/** Reads event files one after the other, as they stream in, and hands every event over. Answers with all problems. */
export async function readEvents(
  paths: readonly string[],
  session: Session & { readonly quiet: boolean },
  take: (event: FlexEvent) => void,
): Promise<readonly Issue[]> {
  const { host, language, quiet } = session;
  const words = wordsOf(language);
  const progress = createProgress(host, quiet);
  const found: Issue[] = [];
  let total = 0;
  for (const path of paths) {
    const before = total;
    try {
      const file = nameOf(path);
      for await (const lines of readLines(path, host)) {
        for (const event of eventsOf(lines, file, found)) {
          take(event);
          total += 1;
        }
        progress.show(() => words.readEvents(total.toLocaleString(language)));
        if (lines.some(({ bad }) => bad !== undefined)) break;
      }
    } catch (error) {
      found.push(fileIssue(path, error));
    }
    progress.clear();
    if (total === before && !found.some(isError) && !quiet)
      await host.err.write(`${words.emptyEvents(nameOf(path))}\n`);
  }
  return onlyOnce(found);
}

const isError = ({ severity }: Issue): boolean => severity === "error";

/** The events of some lines, up to the first that is no text. */
function* eventsOf(lines: readonly Line[], file: string, found: Issue[]): Generator<FlexEvent> {
  for (const { text, number, bad } of lines) {
    if (bad !== undefined) {
      found.push(issue(bad, { at: { file, line: number, column: 1 }, wanted: "utf-8" }));
      return;
    }
    const read = readEventLine(text, { file, line: number });
    found.push(...read.issues);
    if (read.ok && read.value !== undefined) yield read.value;
  }
}

/** Errors all; anything milder once for each code and path, wherever it stands. */
function onlyOnce(found: readonly Issue[]): readonly Issue[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = `${one.code} ${one.path}`;
    if (isError(one) || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
}
