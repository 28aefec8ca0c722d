import type { DiffWord } from "./words.en.ts";

/** What the change of a bill says in Japanese. */
export const diffWordsJa: Readonly<Record<DiffWord, string>> = {
  title: "{now}の請求（{before}との差）",
  contracts: "変更後の契約による{month}の請求",
  currency: "通貨",
  before: "以前",
  now: "現在",
  difference: "差額",
  cause: "理由",
  line: "明細",
  clauses: "条項",
  nothing: "変化はありません",
  none: "–",
  noUpperBound: "上限なし",
  ends: "「/」で区切った2つの金額は、下限どうしの差と上限どうしの差です",
  unknown: "不明",
  andMore: "ほか{count}件",
  price: "単価",
  quantity: "数量",
  users: "ユーザー数",
  mix: "料率と段階の構成",
  allowance: "許容量",
  plan: "プラン",
  new: "新しい明細",
  gone: "なくなった明細",
  follows: "税、サポートプラン、最低額（ほかの明細に連動）",
};
