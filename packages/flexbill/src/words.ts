import type { Language } from "@flexbill/kernel";
import { type CommandWords, wordsEn } from "./words.en.ts";
import { wordsJa } from "./words.ja.ts";

const words: Readonly<Record<Language, CommandWords>> = { en: wordsEn, ja: wordsJa };

/** What the command says in a language. */
export const wordsOf = (language: Language): CommandWords => words[language];
