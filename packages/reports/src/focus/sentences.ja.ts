import type { FocusSentences } from "./sentences.en.ts";

const quoted = (value: string | number): string => (typeof value === "number" ? String(value) : JSON.stringify(value));

/** What the rules of FOCUS say, in our words, in Japanese. */
export const sentencesJa: FocusSentences = {
  present: (column) => `列 ${column} が必要です`,
  forms: {
    string: "文字列",
    text: "空でない文字列",
    decimal: "12.5 のような10進数",
    instant: "2025-04-01T00:00:00Z のような UTC の日時",
    currency: "USD のような大文字の ISO 4217 コード",
    "national-currency": "国の通貨",
    unit: "Minutes、GB-Hours、1000 Requests のような単位",
    "key-value": "キーが重複せず、値が入れ子でない JSON オブジェクト",
    json: "キーが重複しない JSON オブジェクト",
  },
  form: (column, form) => `${column} は${form}でなければなりません`,
  empty: (column) => `${column} は空でなければなりません`,
  filled: (column) => `${column} は空であってはなりません`,
  is: (column, value) => `${column} は ${quoted(value)} でなければなりません`,
  not: (column, value) => `${column} は ${quoted(value)} であってはなりません`,
  oneOf: (column, values) => `${column} は次のいずれかでなければなりません: ${values.map(quoted).join("、")}`,
  least: (column, value) => `${column} は ${value} 以上でなければなりません`,
  most: (column, value) => `${column} は ${value} 以下でなければなりません`,
  match: (column, pattern) => `${column} は ${pattern} に一致しなければなりません`,
  ends: (column, text) => `${column} は ${quoted(text)} で終わらなければなりません`,
  same: (column, other) => `${column} は ${other} と等しくなければなりません`,
  compare: (column, comparator, other) => `${column} は ${other} に対して ${comparator} でなければなりません`,
  distinct: (column, other, count) => `${column} ごとの ${other} は${count}つだけでなければなりません`,
  product: (column, times, result) => `${result} は ${column} × ${times} と等しくなければなりません`,
  schema: (column) => `${column} には FOCUS が定めるメンバーが必要です`,
  and: (parts) => parts.join("、かつ "),
  or: (parts) => parts.join("、または "),
  conditions: {
    empty: (column) => `${column} が空`,
    filled: (column) => `${column} が空でない`,
    is: (column, value) => `${column} が ${quoted(value)}`,
    not: (column, value) => `${column} が ${quoted(value)} でない`,
    group: (text) => `（${text}）`,
  },
  where: (sentence, condition) => `${condition}とき、${sentence}`,
  found: (value) => `（値: ${value}`,
  wanted: (value) => `、期待: ${value}`,
  verdict: {
    error: "エラー",
    warning: "警告",
    row: (row) => `${row}行目`,
    more: (rule, rows) => `${rule}: ほか${rows}行`,
    sum: (what, rows, rules) => `${what}、${rows}行、規則${rules}件: `,
    counts: (errors, warnings) =>
      errors + warnings === 0 ? "問題はありません" : `エラー${errors}件、警告${warnings}件`,
  },
};
