import type { Wish } from "./wishes.en.ts";

/** What can be wanted, in Japanese. */
export const wishesJa: Readonly<Record<Wish, string>> = {
  boolean: "true または false",
  currency: "USD などの有効な ISO 4217 通貨コード",
  date: "2025-04-01 のような日付",
  decimal: '"12.50" のような十進数',
  "decimal-size": "小数点の前後それぞれ 100 桁以内",
  "event-type": "flexbill.events/1 のイベント種別",
  exact: '"12.50" のような十進数、または "1/3" のような分数',
  instant: "2025-05-01T09:00:00Z のような、オフセット付きの日時",
  integer: "整数",
  list: "リスト",
  map: "名前と値の対応",
  month: "2025-05 のような月",
  "non-negative-decimal": "0 以上の十進数",
  null: "null",
  number: "数値",
  "one-of": "{options} のいずれか",
  "positive-decimal": "0 より大きい十進数",
  present: "項目の記載",
  string: "文字列",
  "string-decimal": '"12.50" のように引用符で囲んだ十進数',
  "time-zone": "Europe/Berlin などの IANA タイムゾーン",
  unique: "重複のない値",
  "utf-8": "UTF-8 のテキスト",
};
