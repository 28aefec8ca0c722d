import { type Located, located } from "@flexbill/documents";
import type { Language } from "@flexbill/kernel";
import { wordsOf } from "../words.ts";
import { type Reading, unclear } from "./reading.ts";

/** A place in a contract, its names apart by dots, and what is to stand there. */
export type Setting = readonly [key: string, value: string];

const fixed: ReadonlySet<string> = new Set(["account", "currency", "timeZone"]);

/** Members whose own names have dots. */
const tables: ReadonlySet<string> = new Set(["assumptions", "facts"]);

/**
 * A contract's document with settings applied, one after the other. In a list a place is a number from 0, or the
 * product, model or name of its one entry; the number after the last adds an entry. `null`, `true`, `false` and JSON in
 * brackets or quotes stand for themselves, everything else is text, as decimals are.
 */
export function withSettings(document: Located, settings: readonly Setting[], language: Language): Reading<Located> {
  const words = wordsOf(language);
  let value = document.value;
  for (const [key, text] of settings) {
    const path = pathOf(key);
    if (fixed.has(path[0] ?? "")) return unclear(words.setFixed(key));
    const put = putAt(value, path, readValue(text));
    if (!put.ok) return unclear(words.setPlace(key, put.known));
    value = put.value;
  }
  return { ok: true, value: located(value), issues: [] };
}

function pathOf(key: string): readonly string[] {
  const [first = "", ...rest] = key.split(".");
  return tables.has(first) && rest.length > 0 ? [first, rest.join(".")] : [first, ...rest];
}

function readValue(text: string): unknown {
  if (!/^(null|true|false|[[{"].*)$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

type Put = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly known: readonly string[] };

function putAt(node: unknown, path: readonly string[], value: unknown): Put {
  const [step, ...rest] = path;
  if (step === undefined) return { ok: true, value };
  if (Array.isArray(node)) return putInList(node, step, rest, value);
  if (node != null && typeof node !== "object") return { ok: false, known: [] };
  const members: Readonly<Record<string, unknown>> = { ...node };
  const inner = putAt(Object.hasOwn(members, step) ? members[step] : startOf(rest), rest, value);
  return inner.ok ? { ok: true, value: { ...members, [step]: inner.value } } : inner;
}

/** What is not there yet begins as a list where the next step is a number. */
const startOf = ([next]: readonly string[]): unknown => (next !== undefined && /^\d+$/.test(next) ? [] : {});

function putInList(list: readonly unknown[], step: string, rest: readonly string[], value: unknown): Put {
  const named = list.flatMap((entry, at) => (namesOf(entry).includes(step) ? [at] : []));
  const at = /^\d{1,6}$/.test(step) ? Number(step) : named.length === 1 ? named[0] : undefined;
  if (at === undefined || at > list.length) {
    return { ok: false, known: list.map((entry, each) => [String(each), ...namesOf(entry)].join(" ")) };
  }
  const inner = putAt(at < list.length ? list[at] : startOf(rest), rest, value);
  return inner.ok ? { ok: true, value: list.toSpliced(at, 1, inner.value) } : inner;
}

function namesOf(entry: unknown): readonly string[] {
  if (typeof entry !== "object" || entry === null) return [];
  return ["product", "model", "name"].flatMap((key) => {
    const name: unknown = Object.hasOwn(entry, key) ? (entry as Record<string, unknown>)[key] : undefined;
    return typeof name === "string" ? [name] : [];
  });
}
