import type { DataTrouble } from "@flexbill/mock/node";
/** What the command says beside issues and reports, in English; a member that another language lacks does not compile. */
export const wordsEn = {
  error: "error",
  warning: "warning",
  info: "info",
  problems: (count: number): string => `${count} errors; nothing was written`,
  fault: (message: string): string =>
    `flexbill failed through a fault of its own: ${message}\nPlease report it with the version (flexbill --version), the command line and the lines below; remove what is private`,
  outside: (message: string): string => `The system said no: ${message}`,
  noContract:
    "No contract: give --contract FILE, or put flexbill.yaml into this folder or one above it in the repository",
  noEvents: "No events: give --events FILE, or --events - for standard input",
  noMonth: "No month: give --month YYYY-MM, once for each month wanted",
  noBook: "No price book: give --prices NAME or FILE, or name one in the contract (prices.book)",
  emptyEvents: (name: string): string => `Note: ${name} holds no events`,
  batchAgainst: "--batch answers each request by itself; leave out --against, or rate one month without --batch",
  againstFormat: "--against prints text or JSON, no CSV",
  againstMonth: (month: string, wanted: string): string =>
    `--against is the invoice of ${month}, --month wants ${wanted}`,
  againstAccount: (account: string, other: string): string =>
    `--against is the invoice of account "${account}", the contract is of "${other}"`,
  diffMonth: "--month is of contracts: give --events too, or leave --month out to compare two invoices",
  diffAccounts: (one: string, other: string): string =>
    `The bills are of two accounts, "${one}" and "${other}"; wanted one account's`,
  notThreshold: (text: string): string => `"${text}" is no threshold; wanted an amount of 0 or more, such as 100.00`,
  setFixed: (key: string): string =>
    `--set ${key} is not possible: plans are compared on the same account, currency and time zone`,
  setPlace: (key: string, known: readonly string[]): string =>
    `--set ${key}: there is no such place in the contract; there ${known.length === 0 ? "is nothing" : `are: ${known.join(", ")}`}`,
  notSetting: (text: string): string => `"${text}" is no setting; wanted KEY=VALUE, such as plan.0.price=0.90`,
  notHours: (text: string): string => `"${text}" is no number of hours; wanted a decimal above 0, such as 12`,
  contractBegins: (day: string, months: readonly string[]): string =>
    `Note: the contract has no plan before ${day}; as agreed, ${months.join(", ")} cannot be rated whole`,
  contractEmpty: (months: readonly string[]): string =>
    `Note: the contract names no plan; as agreed, ${months.join(", ")} cannot be rated whole`,
  unknownCharge: (id: string, known: readonly string[]): string =>
    `There is no charge "${id}" on this invoice; there are:\n${known.map((one) => `  ${one}`).join("\n")}`,
  unknownProfile: (id: string, known: readonly string[], near?: string): string =>
    `There is no profile "${id}"; ${near === undefined ? "" : `did you mean ${near}? `}there are: ${known.join(", ")}`,
  tooLarge: (profile: string, month: string, limit: string, day: string): string =>
    `The profile "${profile}" plays more than ${limit} events in ${month}; it reached them on ${day}. A mock keeps every ` +
    `event in memory, at most ${limit}. Choose a smaller profile, or write the month with: flexbill simulate ${profile} --month ${month}`,
  notAccount: (text: string): string => `"${text}" is no account SID; wanted AC and 32 hexadecimal digits`,
  noSuchContract: (id: string, account: string): string =>
    `The profile "${id}" ships no contract for the account "${account}"`,
  notRuns: (text: string): string => `"${text}" is no number of runs; wanted a whole number from 1 to 9999999`,
  notSeconds: (text: string): string => `"${text}" is no time; wanted seconds such as 10 or 0.5`,
  notShard: (text: string): string => `"${text}" is no part of a run; wanted one such as 1/4`,
  unknownLaws: (names: readonly string[], suites: readonly string[]): string =>
    `There is no law or suite ${names.map((name) => `"${name}"`).join(", ")}; the suites are: ${suites.join(", ")}, neutral`,
  adapterWithoutRate: (name: string): string =>
    `The module "${name}" exports no function rate; wanted export const rate = (request) => invoice`,
  adapterNotLoaded: (name: string, reason: string): string => `The module "${name}" cannot be loaded: ${reason}`,
  adapterForms: "A command is given as cmd:COMMAND, an address with http:// or https:// before it",
  adapterEnded: (command: string, reason: string): string =>
    `The command "${command}" ended before it was asked anything: ${reason}`,
  adapterUnreachable: (address: string, reason: string): string => `Nobody answers at "${address}": ${reason}`,
  unknownFaulty: (id: string, meant: string | undefined): string =>
    `There is no faulty rater "${id}"${meant === undefined ? "" : `, did you mean "${meant}"`}; list them with flexbill verify --adapter faulty:list`,
  unknownReplay: (token: string, folder: string): string =>
    `There is no failure "${token}" in ${folder}; give the folder with --failures`,
  replayHolds: (law: string): string => `✓ ${law} holds on the kept month now`,
  verifying: (law: string, number: number, of: number): string => `${law}: law ${number} of ${of}`,
  verified: (summary: string, seed: number, seconds: number): string =>
    `${summary} (seed ${seed}, ${seconds.toFixed(1)} s)`,
  exploreFormat: "--explore prints text or JSON, no JUnit and no annotations",
  exploring: (tried: number, of: number): string => `${tried} of ${of} months tried`,
  largest: (distance: string, months: number): string => `The largest difference of ${months} months: ${distance}`,
  noDifference: (months: number): string => `✓ The raters answer alike on all of ${months} months\n`,
  noCrossing: "No month was found in which two plans cross",
  noReports: "No reports: give the files that verify --shard I/N --format json wrote, one for each shard",
  merged: (summary: string, seed: number, reports: number): string =>
    `${summary} (seed ${seed}, merged from ${reports === 1 ? "1 report" : `${reports} reports`})`,
  mergeDiffers: (what: string, values: Readonly<Record<string, string>>): string =>
    `The reports are not of one run, ${mergeKeys[what] ?? what} differs: ${Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}`,
  mergeMissing: (shards: readonly string[]): string =>
    `There is no report of shard ${shards.join(", ")}; wanted one of each`,
  mergeDoubled: (shard: string, names: readonly string[]): string =>
    `Shard ${shard} is there more than once: ${names.join(", ")}`,
  mergeUnfinished: (name: string, laws: readonly string[]): string =>
    `${name} says nothing of ${lawList(laws)}, which another shard ran; was it ended early, or given other suites?`,
  mergeUnknownLaw: (name: string, law: string): string =>
    `${name} tells of a law "${law}" that this version does not have`,
  starterThere: (file: string): string => `${file} is there already; it was left as it is`,
  starterWritten: (file: string, line: string): string =>
    `Wrote ${file}. See the first thing it lacks with\n\n  ${line}\n\nthen put your rater into rate().`,
  noStories: "No stories: give files, or folders that hold them as YAML",
  playing: (file: string, number: number, of: number): string => `${file}: story ${number} of ${of}`,
  storiesRun: (passed: number, broken: number): string =>
    `${passed === 1 ? "1 story holds" : `${passed} stories hold`}, ${broken} broken`,
  storyStep: (step: number, month: string, line: number | undefined): string =>
    `step ${step}${line === undefined ? "" : ` (line ${line})`}, the bill of ${month}`,
  storyDifference: (about: string, wanted: string, found: string): string =>
    `${about}: wanted ${wanted}, found ${found}`,
  storyTimes: (runs: number): string => (runs === 1 ? "1 draw" : `${runs} draws`),
  storySmallest: (values: string, line: string): string =>
    `the smallest found that fails, with ${values}; again with ${line}`,
  notDraw: (text: string): string => `"${text}" is no draw; wanted seed and number such as 1-17`,
  storyNothing: "nothing",
  storyWritten: (file: string): string => `Wrote ${file}. Play it with\n\n  flexbill scenario run ${file}`,
  notFocus: (name: string, columns: readonly string[]): string =>
    `${name} is no FOCUS file: its header has ${columns.length === 0 ? "no columns" : columns.join(", ").slice(0, 200)}. Name its dataset with --dataset if it is one`,
  unknownCriteria: (names: readonly string[], known: readonly string[]): string =>
    `There is no criterion ${names.map((name) => `"${name}"`).join(", ")}; there are:\n${known.map((one) => `  ${one}`).join("\n")}`,
  rowsChecked: (rows: string): string => `${rows} rows checked`,
  notCount: (text: string): string => `"${text}" is no count; wanted a whole number from 1 to 1000000`,
  notAFolder: (path: string): string => `${path} is there already and no folder; name another for --dir`,
  outputThere: (path: string): string => `${path} is there already; give --force to replace it`,
  dirAlone: "--dir writes every dataset to a file of its own: leave out --output and --dataset",
  parquetNeedsFile: "Parquet is no text for a terminal: give --output FILE, or --dir for FOCUS",
  parquetNeedsWriter: "Parquet needs hyparquet-writer beside flexbill: npm install hyparquet-writer",
  parquetNeedsReader: "Parquet needs hyparquet beside flexbill: npm install hyparquet",
  notFilled: (text: string): string => `"${text}" says nothing; wanted a text`,
  oneInvoice: "--invoice-id and --issued are of one invoice: give one --month",
  tagTwice: (key: string): string => `The tag "${key}" is given twice`,
  notDate: (text: string): string => `"${text}" is no date; wanted one such as 2025-06-10`,
  notTag: (text: string): string => `"${text}" is no tag; wanted KEY=VALUE`,
  exportedAs: ({ charge, currency, low, high, exported }: ExportedRange): string => {
    const range = `${charge} is ${high === null ? `${low} or more` : `${low} to ${high}`} ${currency}`;
    if (exported === null) return `Note: ${range}; left out`;
    return `Note: ${range}; exported at ${exported === "low" ? low : high}`;
  },
  feeCovers: (rows: number): string =>
    rows === 0
      ? "Note: no included usage has a list price, so the plan's fee covers nothing and keeps its EffectiveCost"
      : `Note: EffectiveCost: the plan's fee covers included usage and is spread over ${rows} rows by ListCost`,
  moreChoices: (count: number): string => `Note: and ${count} more lines that are ranges; x_Certainty marks them`,
  unknownClause: (id: string): string => `There is no clause "${id}"; clauses run from T-01 to T-57`,
  unknownEdition: (id: string, known: readonly string[]): string =>
    `There is no edition "${id}"; there are: ${known.join(", ")}`,
  nothingFound: (search: string): string => `Nothing found for "${search}"`,
  notMonth: (text: string): string => `"${text}" is no month; wanted one such as 2025-05`,
  notInstant: (text: string): string => `"${text}" is no instant; wanted one such as 2025-06-02T00:00:00Z`,
  notSeed: (text: string): string => `"${text}" is no seed; wanted a whole number from 0 to 9007199254740991`,
  notRate: (text: string): string => `"${text}" is no rate; wanted a decimal of 0 or more, such as 60`,
  notPort: (text: string): string => `"${text}" is no port; wanted a whole number from 0 to 65535`,
  twice: (names: string): string => `Only one of these can read standard input: ${names}`,
  readEvents: (count: string): string => `${count} events read`,
  answered: (count: string): string => `${count} requests answered`,
  bookInOrder: (name: string, entries: number): string => `${name}: ${entries} entries, no contradiction`,
  demoIntro: (month: string, seed: number, run: DemoFigures): string =>
    `flexbill demo: a small web shop's contact centre in ${month}, simulated (seed ${seed})\n${run.users} users, ${run.calls} calls, ${run.conversations} conversations with ${run.messages} messages, one forgotten logout`,
  inventedTitle:
    "Invented for this demo, because nobody publishes them (* a price, † a limit); a real contract has its own:",
  inventedPrice: (what: string, price: string, unit: string): string => `* ${what}: ${price} / ${unit}`,
  inventedLimit: (what: string, quantity: string, per: string): string => `† ${what}: ${quantity} included ${per}`,
  per: {
    "user-month": "per user and month",
    "active-hour": "per active hour",
    "project-month": "per project and month",
  },
  dataTrouble: (trouble: DataTrouble, file: string): string =>
    ({
      "in-use": `"${file}" is in use by another process; end it, or name another folder with --data`,
      newer: `"${file}" was written by a newer flexbill; use that one. It was not touched`,
      broken: `"${file}" is broken, or is no world of flexbill; name another folder with --data. It was not touched`,
      unwritable: `"${file}" cannot be read or written; look at its permissions and at the space on the disk`,
    })[trouble],
  portTaken: (wanted: number, used: number): string => `Port ${wanted} is taken, using ${used}`,
  mockReady: ({ url, month, client, curl }: MockLines): string =>
    `The mock of Twilio's usage API listens on ${url}, with ${month} in it.\nPoint a real twilio client at it (npm install twilio):\n\n${indented(client)}\nOr ask without one:\n\n${indented(curl)}\nStop it with Ctrl-C.\n`,
  clauseTitles: ["clause", "title", "where"],
  clause: {
    text: "What it says",
    money: "What it does to money",
    where: "Where it stands",
    dated: "Published",
    grade: "Evidence",
    language: "Rests on",
    before: "Before",
    note: "Note",
    grades: {
      A: "Twilio's own text",
      B: "a dated copy of a Twilio price page",
      C: "a third party's article",
      D: "our inference",
      NF: "looked for and not found",
    },
    languages: { en: "the English text", ja: "the Japanese text", both: "both texts" },
  },
  changes: { new: "new", changed: "changed", clarified: "clarified", renamed: "renamed", unknown: "change not known" },
  unknown: "not known",
  sameEdition: "The editions are the same",
  applies: {
    title: "Does the notice of 2025-02-25 bind",
    english: "English text:  ",
    japanese: "Japanese text: ",
    chosen: "By contract:   ",
  },
  verdicts: { yes: "yes", no: "no", unknown: "unknown" },
  from: (date: string): string => `from ${date}`,
  catalogTitles: ["id", "name", "unit", "included by plans"],
  standardProduct: "yes",
  footnote: (number: number): string => `footnote ${number}`,
} as const;

const mergeKeys: Readonly<Record<string, string>> = {
  version: "the version of flexbill",
  seed: "the seed",
  runs: "the number of runs",
  adapter: "the rater",
  shards: "the number of shards",
};

const lawList = (laws: readonly string[]): string =>
  laws.length <= 3 ? laws.join(", ") : `${laws.slice(0, 3).join(", ")} and ${laws.length - 3} more`;

/** A line that is a range, and the end of it that was exported; null where it was left out. */
export interface ExportedRange {
  readonly charge: string;
  readonly currency: string;
  readonly low: string;
  readonly high: string | null;
  readonly exported: "low" | "high" | null;
}

/** The lines of a client that can be copied, and where it finds the mock. */
export interface MockLines {
  readonly url: string;
  readonly month: string;
  readonly client: string;
  readonly curl: string;
}

/** The figures of a simulated month that the demo tells. */
export interface DemoFigures {
  readonly users: number;
  readonly calls: number;
  readonly conversations: number;
  readonly messages: number;
}

/** Lines to copy, set in. */
export const indented = (lines: string): string => `${lines.trimEnd().replace(/^(?=.)/gm, "  ")}\n`;

/** What the command says in any language. */
export type CommandWords = {
  readonly [Key in keyof typeof wordsEn]: (typeof wordsEn)[Key] extends readonly string[]
    ? readonly string[]
    : Worded<(typeof wordsEn)[Key]>;
};

type Worded<T> = T extends string
  ? string
  : T extends (...values: never) => string
    ? T
    : { readonly [Key in keyof T]: Worded<T[Key]> };
