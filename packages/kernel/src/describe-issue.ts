import type { Issue } from "./issue.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesJa } from "./messages.ja.ts";
import { wishesEn } from "./wishes.en.ts";
import { wishesJa } from "./wishes.ja.ts";

/** The languages that the product speaks. */
export type Language = "en" | "ja";

interface Speech {
  readonly messages: Readonly<Record<string, string>>;
  readonly wishes: Readonly<Record<string, string>>;
  readonly tail: (found: string | undefined, wanted: string | undefined) => string;
}

function tailEn(found: string | undefined, wanted: string | undefined): string {
  if (found === undefined) return wanted === undefined ? "" : `; wanted ${wanted}`;
  return `: found ${found}${wanted === undefined ? "" : `, wanted ${wanted}`}`;
}

function tailJa(found: string | undefined, wanted: string | undefined): string {
  const parts = [found === undefined ? [] : `値: ${found}`, wanted === undefined ? [] : `期待: ${wanted}`].flat();
  return parts.length === 0 ? "" : `（${parts.join("、")}）`;
}

const speeches: Readonly<Record<Language, Speech>> = {
  en: { messages: messagesEn, wishes: wishesEn, tail: tailEn },
  ja: { messages: messagesJa, wishes: wishesJa, tail: tailJa },
};

const longestShown = 80;

function quote(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestShown + 2));
  const shown = characters.length > longestShown ? `${characters.slice(0, longestShown).join("")}…` : text;
  return JSON.stringify(shown);
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function fill(template: string, params: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => own(params, name) ?? whole);
}

/**
 * The sentence of an issue: capital first, no final period, the found value quoted, then what was wanted. A `wanted`
 * that is no key of the wishes catalogue is shown as it is. Place and path are not part of it.
 *
 * @example
 * ```ts
 * const trouble = issue("schema.month", { found: "2025-13", wanted: "month" });
 * describeIssue(trouble, "en"); // → "Not a month: found \"2025-13\", wanted a month such as 2025-05"
 * ```
 */
export function describeIssue(issue: Issue, language: Language): string {
  const { messages, wishes, tail } = speeches[language];
  const found = issue.found === undefined ? undefined : quote(issue.found);
  const wish = issue.wanted === undefined ? undefined : (own(wishes, issue.wanted) ?? issue.wanted);
  const head = fill(own(messages, issue.code) ?? issue.code, issue.params);
  return head + tail(found, wish === undefined ? undefined : fill(wish, issue.params));
}
