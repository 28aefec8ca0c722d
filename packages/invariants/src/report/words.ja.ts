import type { Words } from "./words.en.ts";

/** What the reports of a run say in Japanese. */
export const wordsJa: Words = {
  passed: "成立",
  failed: "不成立",
  vacuous: "空虚",
  skipped: "対象外",
  runs: (runs, rejected) => (rejected === 0 ? `${runs}か月` : `${runs}か月、ほかに対象外の${rejected}か月`),
  needs: (needs) => `この計算機は${needs}を扱いません`,
  rare: (classes) => `該当例が少なすぎます：${classes}`,
  month: "見つかった最小の月",
  question: (index, of) => `見つかった最小の月（${of}件中${index}件目）`,
  line: "明細",
  expected: "期待値",
  actual: "実際",
  difference: "差",
  trouble: (message) => `判定できる答えがありませんでした：${message}`,
  shrunk: (original, shrunk, run) => `実行の${run}か月目。元は${original}イベント、縮小後は${shrunk}`,
  replay: "再現するには",
  cross: (plans) => `2つの料金プランが入れ替わります：${plans.join("と")}`,
  without: (event) => `${event}なし`,
  having: (event) => `${event}あり`,
  summary: ({ passed, failed, vacuous, skipped }) =>
    [
      `成立${passed}`,
      `不成立${failed}`,
      ...(vacuous > 0 ? [`空虚${vacuous}`] : []),
      ...(skipped > 0 ? [`対象外${skipped}`] : []),
    ].join("、"),
  noEvents: "イベントなし",
};
