import { type CommandWords, indented } from "./words.en.ts";

/** What the command says beside issues and reports, in Japanese. */
export const wordsJa: CommandWords = {
  error: "エラー",
  warning: "警告",
  info: "情報",
  problems: (count) => `エラー${count}件。何も書き込んでいません`,
  fault: (message) =>
    `flexbill自体の不具合で失敗しました：${message}\nバージョン（flexbill --version）、実行したコマンド、以下の行を添えてご報告ください（非公開の内容は取り除いてください）`,
  outside: (message) => `システムに拒まれました：${message}`,
  noContract:
    "契約ファイルがありません。--contract FILE を指定するか、このフォルダーかリポジトリ内の上位に flexbill.yaml を置いてください",
  noEvents: "イベントがありません。--events FILE（標準入力なら --events -）を指定してください",
  noMonth: "月がありません。--month YYYY-MM を指定してください（複数可）",
  noBook: "価格表がありません。--prices 名前またはFILE を指定するか、契約の prices.book に書いてください",
  emptyEvents: (name) => `注意：${name} にはイベントがありません`,
  batchAgainst: "--batchは各リクエストに単独で応答します。--againstを外すか、--batchなしで1か月を計算してください",
  againstFormat: "--againstの結果はテキストかJSONで、CSVはありません",
  againstMonth: (month, wanted) => `--againstは${month}の請求で、--monthの指定は${wanted}です`,
  againstAccount: (account, other) => `--againstはアカウント"${account}"の請求で、契約のアカウントは"${other}"です`,
  diffMonth: "--monthは契約の比較で使います。--eventsも指定するか、請求どうしの比較なら--monthを外してください",
  diffAccounts: (one, other) =>
    `2つの請求のアカウントが異なります（「${one}」と「${other}」）。同じアカウントのものを指定してください`,
  notThreshold: (text) => `「${text}」は金額ではありません。100.00のような0以上の数を指定してください`,
  setFixed: (key) => `--set ${key} は使えません。比較は同じアカウント、通貨、タイムゾーンで行います`,
  setPlace: (key, known) =>
    `--set ${key}：契約にその場所がありません。${known.length === 0 ? "何も書かれていません" : `次のものがあります：${known.join("、")}`}`,
  notSetting: (text) => `「${text}」は設定ではありません。plan.0.price=0.90 のように KEY=VALUE で指定してください`,
  notHours: (text) => `「${text}」は時間数ではありません。12のような0より大きい数を指定してください`,
  contractBegins: (day, months) =>
    `注意：契約には${day}より前のプランがありません。現在の契約では${months.join("、")}を正しく計算できません`,
  contractEmpty: (months) => `注意：契約にプランがありません。現在の契約では${months.join("、")}を正しく計算できません`,
  unknownCharge: (id, known) =>
    `この請求に明細「${id}」はありません。次のものがあります：\n${known.map((one) => `  ${one}`).join("\n")}`,
  unknownProfile: (id, known, near) =>
    `プロファイル「${id}」はありません。${near === undefined ? "" : `${near} のことですか。`}次のものがあります：${known.join("、")}`,
  tooLarge: (profile, month, limit, day) =>
    `プロファイル「${profile}」の${month}のイベントは${limit}件を超えます（${day}に到達）。モックはすべてのイベントを` +
    `メモリーに置き、上限は${limit}件です。小さいプロファイルを選ぶか、次のコマンドで月を書き出してください：flexbill simulate ${profile} --month ${month}`,
  notAccount: (text) => `「${text}」はアカウント SID ではありません。AC と16進数32桁で指定してください`,
  noSuchContract: (id, account) => `プロファイル「${id}」にはアカウント「${account}」の契約がありません`,
  notRuns: (text) => `「${text}」は回数ではありません。1から9999999までの整数を指定してください`,
  notSeconds: (text) => `「${text}」は時間ではありません。10や0.5のような秒数を指定してください`,
  notShard: (text) => `「${text}」は分割の指定ではありません。例：1/4`,
  unknownLaws: (names, suites) =>
    `法則またはグループ${names.map((name) => `「${name}」`).join("、")}はありません。グループ：${suites.join("、")}、neutral`,
  adapterWithoutRate: (name) =>
    `モジュール「${name}」は関数rateを公開していません。export const rate = (request) => invoice が必要です`,
  adapterNotLoaded: (name, reason) => `モジュール「${name}」を読み込めません：${reason}`,
  adapterForms: "コマンドはcmd:コマンド、アドレスはhttp://またはhttps://を付けて指定してください",
  adapterEnded: (command, reason) => `コマンド「${command}」は問い合わせる前に終了しました：${reason}`,
  adapterUnreachable: (address, reason) => `「${address}」から応答がありません：${reason}`,
  unknownFaulty: (id, meant) =>
    `誤りのある計算機「${id}」はありません。${meant === undefined ? "" : `「${meant}」のことでしょうか。`}一覧：flexbill verify --adapter faulty:list`,
  unknownReplay: (token, folder) =>
    `${folder}に失敗例「${token}」はありません。フォルダーは--failuresで指定してください`,
  replayHolds: (law) => `✓ 保存した月で${law}は成立します`,
  verifying: (law, number, of) => `${law}：${of}件中${number}件目の法則`,
  verified: (summary, seed, seconds) => `${summary}（シード${seed}、${seconds.toFixed(1)}秒）`,
  exploreFormat: "--exploreの結果はテキストかJSONです",
  exploring: (tried, of) => `${of}か月中${tried}か月`,
  largest: (distance, months) => `${months}か月のうち最大の差：${distance}`,
  noDifference: (months) => `✓ ${months}か月すべてで答えは同じです\n`,
  noCrossing: "料金プランが入れ替わる月は見つかりませんでした",
  noReports: "レポートがありません。verify --shard I/N --format json が書いたファイルを、分割ごとに1つ指定してください",
  merged: (summary, seed, reports) => `${summary}（シード${seed}、レポート${reports}件を統合）`,
  mergeDiffers: (what, values) =>
    `レポートは同じ実行のものではありません。${mergeKeys[what] ?? what}が異なります：${Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join("、")}`,
  mergeMissing: (shards) => `分割${shards.join("、")}のレポートがありません。すべての分割が必要です`,
  mergeDoubled: (shard, names) => `分割${shard}のレポートが複数あります：${names.join("、")}`,
  mergeUnfinished: (name, laws) =>
    `${name}には、ほかの分割にある法則${lawList(laws)}がありません。途中で終わったか、別のグループを指定した可能性があります`,
  mergeUnknownLaw: (name, law) => `${name}の法則「${law}」はこのバージョンにありません`,
  starterThere: (file) => `${file}はすでにあります。変更していません`,
  starterWritten: (file, line) =>
    `${file}を書き出しました。最初に足りないものは次のコマンドで分かります。\n\n  ${line}\n\nそのあとrate()に自分の計算機をつないでください。`,
  noStories: "ストーリーがありません。YAML のファイルか、それを含むフォルダーを指定してください",
  playing: (file: string, number: number, of: number): string => `${file}: ${of} 件中 ${number} 件目`,
  storiesRun: (passed: number, broken: number): string => `成立 ${passed} 件、不成立 ${broken} 件`,
  storyStep: (step: number, month: string, line: number | undefined): string =>
    `手順 ${step}${line === undefined ? "" : `（${line} 行目）`}、${month} の請求`,
  storyDifference: (about: string, wanted: string, found: string): string => `${about}: 期待 ${wanted}、実際 ${found}`,
  storyTimes: (runs) => `${runs} 回`,
  storySmallest: (values, line) => `不成立となる最小のもの（${values}）。もう一度見るには ${line}`,
  notDraw: (text) => `"${text}" は番号ではありません。1-17 のように、シードと番号を指定してください`,
  storyNothing: "なし",
  storyWritten: (file: string): string =>
    `${file} を書き出しました。次のコマンドで再生できます\n\n  flexbill scenario run ${file}`,
  notFocus: (name, columns) =>
    `${name} はFOCUSのファイルではありません。見出しの列：${columns.length === 0 ? "なし" : columns.join("、").slice(0, 200)}。FOCUSのファイルなら --dataset でデータセットを指定してください`,
  unknownCriteria: (names, known) =>
    `項目${names.map((name) => `「${name}」`).join("、")}はありません。次のものがあります：\n${known.map((one) => `  ${one}`).join("\n")}`,
  rowsChecked: (rows) => `${rows}行を検査`,
  notCount: (text) => `「${text}」は件数ではありません。1から1000000までの整数を指定してください`,
  notAFolder: (path) => `${path} はすでにあり、フォルダーではありません。--dir には別の名前を指定してください`,
  outputThere: (path) => `${path} はすでにあります。置き換えるには --force を指定してください`,
  dirAlone: "--dir は全データセットを1つずつ書き出します。--output と --dataset は指定しないでください",
  parquetNeedsFile: "Parquetは端末に表示できません。--output FILE（FOCUSなら --dir も可）を指定してください",
  parquetNeedsWriter: "Parquetにはhyparquet-writerが必要です：npm install hyparquet-writer",
  parquetNeedsReader: "Parquetにはhyparquetが必要です：npm install hyparquet",
  notFilled: (text) => `「${text}」には内容がありません`,
  oneInvoice: "--invoice-id と --issued は1つの請求のものです。--month を1つだけ指定してください",
  tagTwice: (key) => `タグ「${key}」が2回指定されています`,
  notDate: (text) => `「${text}」は日付ではありません。2025-06-10 のように指定してください`,
  notTag: (text) => `「${text}」はタグではありません。キー=値 のように指定してください`,
  exportedAs: ({ charge, currency, low, high, exported }) => {
    const range = `${charge} は ${high === null ? `${low} 以上` : `${low}～${high}`} ${currency}`;
    return exported === null
      ? `注意：${range}。除外しました`
      : `注意：${range}。${exported === "low" ? low : high} で書き出しました`;
  },
  feeCovers: (rows) =>
    rows === 0
      ? "注意：込みの使用量に定価がないため、プラン料金のEffectiveCostはそのままです"
      : `注意：プラン料金のEffectiveCostを、込みの使用量${rows}行にListCostで配分しました`,
  moreChoices: (count) => `注意：ほか${count}件の明細に幅があります（x_Certainty 列に表示）`,
  unknownClause: (id) => `条項「${id}」はありません。条項は T-01 から T-57 までです`,
  unknownEdition: (id, known) => `版「${id}」はありません。次のものがあります：${known.join("、")}`,
  nothingFound: (search) => `「${search}」に当たるものはありません`,
  notMonth: (text) => `「${text}」は月ではありません。2025-05 のように指定してください`,
  notInstant: (text) => `「${text}」は日時ではありません。2025-06-02T00:00:00Z のように指定してください`,
  notSeed: (text) => `「${text}」はシードではありません。0から9007199254740991までの整数を指定してください`,
  notRate: (text) => `「${text}」は速さではありません。60のような0以上の小数を指定してください`,
  notPort: (text) => `「${text}」はポートではありません。0から65535までの整数を指定してください`,
  twice: (names) => `標準入力を読めるのはこのうち1つだけです：${names}`,
  readEvents: (count) => `イベント${count}件を読み込み`,
  answered: (count) => `リクエスト${count}件に応答`,
  bookInOrder: (name, entries) => `${name}：${entries}件、矛盾はありません`,
  demoIntro: (month, seed, run) =>
    `flexbillデモ：小さな通販会社のコンタクトセンターの${month}をシミュレーション（シード ${seed}）\nユーザー${run.users}人、通話${run.calls}件、会話${run.conversations}件（メッセージ${run.messages}通）、ログアウト忘れ1回`,
  inventedTitle:
    "公表されていないため、このデモのために作った値（* 単価、† 許容量）。実際の契約には独自の値があります：",
  inventedPrice: (what, price, unit) => `* ${what}：${price} / ${unit}`,
  inventedLimit: (what, quantity, per) => `† ${what}：${per}${quantity}まで込み`,
  per: {
    "user-month": "ユーザーごとに月",
    "active-hour": "課金対象1時間につき",
    "project-month": "プロジェクト全体で月",
  },
  dataTrouble: (trouble, file) =>
    ({
      "in-use": `「${file}」は別のプロセスが使用中です。終了するか、--dataで別のフォルダーを指定してください`,
      newer: `「${file}」は新しいflexbillで書かれています。そちらを使ってください。ファイルは変更していません`,
      broken: `「${file}」は壊れているか、flexbillのワールドではありません。--dataで別のフォルダーを指定してください。ファイルは変更していません`,
      unwritable: `「${file}」を読み書きできません。権限とディスクの空きを確認してください`,
    })[trouble],
  portTaken: (wanted, used) => `ポート${wanted}は使用中のため、${used}を使います`,
  mockReady: ({ url, month, client, curl }) =>
    `Twilio Usage APIの代役が ${url} で待ち受けています（${month}分のデータ入り）。\n本物のtwilioクライアントから使うには（npm install twilio）：\n\n${indented(client)}\nクライアントなしで試すには：\n\n${indented(curl)}\nCtrl-Cで止まります。\n`,
  clauseTitles: ["条項", "見出し", "所在"],
  clause: {
    text: "内容",
    money: "金額への影響",
    where: "所在",
    dated: "公表日",
    grade: "根拠",
    language: "拠りどころ",
    before: "以前",
    note: "注記",
    grades: {
      A: "Twilio自身の文書",
      B: "日付のあるTwilio価格ページの写し",
      C: "第三者の記事",
      D: "当プロジェクトの推論",
      NF: "探したが見つからず",
    },
    languages: { en: "英語の文", ja: "日本語の文", both: "両方の文" },
  },
  changes: { new: "新設", changed: "変更", clarified: "明確化", renamed: "改称", unknown: "変更の有無は不明" },
  unknown: "不明",
  sameEdition: "同じ版です",
  applies: {
    title: "2025-02-25の通知は及ぶか：",
    english: "英語の文：  ",
    japanese: "日本語の文：",
    chosen: "契約の選択：",
  },
  verdicts: { yes: "はい", no: "いいえ", unknown: "不明" },
  from: (date) => `${date}から`,
  catalogTitles: ["ID", "名前", "単位", "プランに含まれる"],
  standardProduct: "はい",
  footnote: (number) => `注${number}`,
};

const mergeKeys: Readonly<Record<string, string>> = {
  version: "flexbillのバージョン",
  seed: "シード",
  runs: "回数",
  adapter: "計算機",
  shards: "分割数",
};

const lawList = (laws: readonly string[]): string =>
  laws.length <= 3 ? laws.join("、") : `${laws.slice(0, 3).join("、")}ほか${laws.length - 3}件`;
