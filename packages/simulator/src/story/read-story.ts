import { inside, inTextOrder, type Located, located, parseWith } from "@flexbill/documents";
import { fail, type Issue, ok, type Result } from "@flexbill/kernel";
import { parsePriceBook, shippedBookIds } from "@flexbill/products";
import { parseContract } from "@flexbill/terms";
import { type At, own, unknownName } from "../complaint.ts";
import { anyContract } from "./known.ts";
import { type ChosenValues, closeStory, emptyRanges, leastOf, openValuesOf } from "./open-values.ts";
import { playStory } from "./play-story.ts";
import type { Story } from "./story.ts";
import { type StoryExpectation, storySchema } from "./story-schema.ts";

/** What else is known where a story is read. */
export interface StoryOptions {
  /** The ids of the laws that a story may name. */
  readonly laws?: readonly string[];
  /** What is chosen for the values that the story leaves open; the least of each by default. */
  readonly values?: ChosenValues;
}

/**
 * Reads a story and plays it: its moments, or every problem at once in the order of the text, with line and column and
 * the nearest valid word. A member that the format does not know is an error here, since a misspelt one would change
 * what is told.
 *
 * @example
 * ```ts
 * const read = readStory({ schema: "flexbill.scenario/1", title: "Nothing", month: "2025-05", steps: [{ expect: {} }] });
 * read.ok && read.value.moments.length; // 1
 * ```
 */
export function readStory(source: Located | unknown, options: StoryOptions = {}): Result<Story> {
  const opened = located(source);
  const open = openValuesOf(opened);
  const { closed: document, issues: unclear } = closeStory(opened, options.values ?? leastOf(open));
  const parsed = parseWith(storySchema, document);
  const written = [...parsed.issues.map((one) => own(one)), ...unclear, ...emptyRanges(opened)];
  if (!parsed.ok) return fail(inTextOrder([...written, ...contractIssues(document)]));
  const played = playStory(parsed.value, document);
  const issues = [
    ...written,
    ...contractIssues(document),
    ...bookIssues(document),
    ...played.issues,
    ...parsed.value.steps.flatMap(({ expect }, index) =>
      expect === undefined ? [] : lawIssues(expect, { document, path: ["steps", index, "expect", "laws"], ...options }),
    ),
  ];
  if (issues.length > 0) return fail(inTextOrder(issues));
  const { title, clauses } = parsed.value;
  return ok({ title, clauses, moments: played.moments, open, written: document.value as Story["written"] });
}

function contractIssues(document: Located): readonly Issue[] {
  const written = inside(document, "contract");
  if (typeof (written.value ?? {}) !== "object" || Array.isArray(written.value)) return [];
  const filled = { ...written, value: { ...anyContract, ...(written.value as object | undefined) } };
  return parseContract(filled).issues.map((one) => own(one, ["contract"]));
}

function bookIssues(document: Located): readonly Issue[] {
  const book = inside(document, "prices");
  if (Array.isArray(book.value)) return parsePriceBook(book).issues.map((one) => own(one, ["prices"]));
  return typeof book.value === "string" ? notAmong(document, ["prices"], shippedBookIds) : [];
}

interface Laws extends StoryOptions {
  readonly document: Located;
  readonly path: At;
}

function lawIssues({ laws: asked = [] }: StoryExpectation, { document, path, laws }: Laws): readonly Issue[] {
  return laws === undefined ? [] : asked.flatMap((_, index) => notAmong(document, [...path, index], laws));
}

function notAmong(document: Located, path: At, known: readonly string[]): readonly Issue[] {
  const found = inside(document, ...path).value;
  return typeof found !== "string" || known.includes(found) ? [] : [unknownName(document, path, known)];
}
