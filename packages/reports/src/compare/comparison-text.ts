import type { Totals } from "@flexbill/charges";
import type { Language } from "@flexbill/kernel";
import { grouped } from "../figures.ts";
import { monthName } from "../invoice-text.ts";
import { type Style, styleOf } from "../style.ts";
import { type Column, renderTable } from "../table.ts";
import { hang } from "../wrap.ts";
import type { ComparedPlan, Comparison } from "./comparison.ts";
import { type ComparisonSpeech, comparisonSpeech } from "./comparison-speech.ts";
import { sparkline } from "./sparkline.ts";

/** How a comparison is to be written. */
export interface ComparisonTextOptions {
  readonly language?: Language;
  /** Columns of the paper or terminal, 80 by default and at the least. */
  readonly width?: number;
  /** True writes terminal colours. */
  readonly colour?: boolean;
}

interface Sheet {
  readonly comparison: Comparison;
  readonly speech: ComparisonSpeech;
  readonly style: Style;
  readonly width: number;
}

const shownUsers = 5;
const shownLines = 8;

/**
 * A comparison for people: totals and differences with a spark for each month, other companies' fees once, break-even,
 * crossover, users who lose, savings, and for each plan the lines that differ with their clauses.
 *
 * @example
 * ```ts
 * renderComparisonText(comparePlans(variants, savings), { language: "ja" });
 * ```
 */
export function renderComparisonText(comparison: Comparison, options: ComparisonTextOptions = {}): string {
  const { language = "en", width = 80, colour = false } = options;
  const speech = comparisonSpeech(language);
  const sheet: Sheet = { comparison, speech, style: styleOf(colour), width: Math.max(80, width) };
  const parts = [title(sheet, language), plans(sheet), thirdParty(sheet), errors(sheet), unknownLimits(sheet)];
  const rest = [breakEven(sheet), cheapest(sheet, language), losers(sheet), savings(sheet)];
  const texts = [...parts, ...rest, ...comparison.plans.slice(1).map((plan) => why(sheet, plan))];
  return `${texts.filter((part) => part !== "").join("\n\n")}\n`;
}

function title({ comparison: { months }, speech, style }: Sheet, language: Language): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  const names =
    first === last ? monthName(first, language) : `${monthName(first, language)} – ${monthName(last, language)}`;
  return style.strong(speech.say("title", { months: names }));
}

function plans({ comparison, speech, width }: Sheet): string {
  const { say } = speech;
  const several = comparison.months.length > 1;
  const columns: readonly Column[] = [
    { title: say("plan"), align: "left", least: 20, hanging: 2 },
    { title: say("total"), align: "right" },
    { title: say("difference"), align: "right" },
    ...(several ? [{ title: say("trend"), align: "left" } as const] : []),
  ];
  const rows = comparison.plans.flatMap((plan, at) =>
    currenciesOf(plan).map((currency, line) => {
      const [total, difference] = [plan.totals[currency], plan.difference[currency]];
      const change = at === 0 || difference === undefined ? "" : speech.change(difference);
      const name = line === 0 ? speech.plan(plan) : "";
      const spark = several ? [sparkOf(comparison, plan, currency)] : [];
      return [name, total === undefined ? `– ${currency}` : `${speech.amount(total)} ${currency}`, change, ...spark];
    }),
  );
  return renderTable(columns, rows, width).trimEnd();
}

/** A currency that the first plan alone has is a difference all the same. */
const currenciesOf = ({ totals, difference }: ComparedPlan): readonly string[] => [
  ...new Set([...Object.keys(totals), ...Object.keys(difference)]),
];

/** A picture needs no more than a number's precision; figures of money are never printed from here. */
export const toPicture = (amount: string): number => Number(amount);

function sparkOf({ plans: all }: Comparison, plan: ComparedPlan, currency: string): string {
  const most = Math.max(
    ...all.flatMap(({ months }) => months.map(({ totals }) => toPicture(totals[currency]?.low ?? "0"))),
  );
  return sparkline(
    plan.months.map(({ totals }) => toPicture(totals[currency]?.low ?? "0")),
    most,
  );
}

const amounts = (totals: Totals, speech: ComparisonSpeech): string =>
  Object.entries(totals)
    .map(([currency, amount]) => `${speech.amount(amount)} ${currency}`)
    .join(", ");

function thirdParty({ comparison, speech, width }: Sheet): string {
  const amount = amounts(comparison.thirdParty, speech);
  return hang("", amount === "" ? speech.say("noThirdParty") : speech.say("thirdParty", { amount }), width);
}

function errors({ comparison, speech, style, width }: Sheet): string {
  return comparison.plans
    .filter((plan) => plan.errors.length > 0)
    .map((plan) =>
      style.alarm(hang("", speech.say("errors", { plan: speech.plan(plan), codes: plan.errors.join(", ") }), width)),
    )
    .concat(unseated({ comparison, speech, style, width }))
    .join("\n");
}

function unseated({ comparison: { unseated: users }, speech, style, width }: Sheet): readonly string[] {
  if (users.length === 0) return [];
  return [style.warn(hang("", speech.say("unseated", { count: grouped(String(users.length)) }), width))];
}

function unknownLimits({ comparison, speech, style, width }: Sheet): string {
  const lines = comparison.plans.flatMap((plan) => {
    const amount = amounts(plan.unknownLimits, speech);
    return amount === "" ? [] : [hang("  ", `${speech.plan(plan)}: ${amount}`, width)];
  });
  return lines.length === 0 ? "" : [style.strong(speech.say("unknownLimits")), ...lines].join("\n");
}

function breakEven({ comparison, speech, width }: Sheet): string {
  const hours = [...new Set(comparison.breakEven.map((one) => grouped(one.hours)))];
  const text = hours.length === 0 ? speech.say("noBreakEven") : speech.say("breakEven", { hours: hours.join(" – ") });
  return hang("", text, width);
}

function cheapest({ comparison, speech, style, width }: Sheet, language: Language): string {
  const name = (plan: string | null) => (plan === null ? speech.say("uncertain") : speech.planOf(comparison, plan));
  const runs: { readonly plan: string | null; readonly months: string[] }[] = [];
  for (const { month, plan } of comparison.cheapest) {
    const last = runs.at(-1);
    if (last !== undefined && last.plan === plan) last.months.push(month);
    else runs.push({ plan, months: [month] });
  }
  const spans = runs.map(({ plan, months }) => {
    const [from = "", to = ""] = [months[0], months.at(-1)];
    const names = from === to ? monthName(from, language) : `${monthName(from, language)} – ${monthName(to, language)}`;
    return hang("  ", `${names}: ${name(plan)}`, width);
  });
  const crossings = comparison.crossovers.map(({ month, from, to }) =>
    hang("  ", speech.say("crossover", { month: monthName(month, language), from: name(from), to: name(to) }), width),
  );
  return [style.strong(speech.say("cheapest")), ...spans, ...crossings].join("\n");
}

function losers({ comparison, speech, style, width }: Sheet): string {
  const lines = comparison.plans.flatMap((plan) => {
    const head = speech.say("losersOf", { plan: speech.plan(plan), count: grouped(String(plan.losers.length)) });
    const shown = plan.losers.slice(0, shownUsers).map(({ user, cost, better, betterAtMost, loss }) => {
      const values = { user, cost: speech.amount(cost), most: grouped(betterAtMost), loss: grouped(loss) };
      return hang("    ", speech.say("loser", { ...values, better: speech.planOf(comparison, better) }), width);
    });
    const left = plan.losers.length - shown.length;
    const more = left > 0 ? [`    ${speech.say("andMore", { count: grouped(String(left)) })}`] : [];
    return plan.losers.length === 0 ? [] : [`  ${head}`, ...shown, ...more];
  });
  return [style.strong(speech.say("losers")), ...(lines.length === 0 ? [`  ${speech.say("noLosers")}`] : lines)].join(
    "\n",
  );
}

function savings({ comparison, speech, style, width }: Sheet): string {
  const { seatSwap, forgottenLogout } = comparison.savings;
  const lines: string[] = [];
  if (seatSwap !== null) {
    const { seats, amount, currency } = seatSwap;
    lines.push(speech.say("seatSwap", { seats: grouped(seats), amount: `${grouped(amount)} ${currency}` }));
  }
  if (forgottenLogout !== null) {
    const { users, longestHours, hours, amount, currency } = forgottenLogout;
    const values = { longest: longestHours, hours: grouped(hours), users: String(users) };
    lines.push(speech.say("forgotten", { ...values, amount: `${grouped(amount)} ${currency}` }));
  }
  if (lines.length === 0) return "";
  return [style.strong(speech.say("savings")), ...lines.map((line) => hang("  ", line, width))].join("\n");
}

function why({ comparison, speech, style, width }: Sheet, plan: ComparedPlan): string {
  const { say, reports } = speech;
  const [first] = comparison.plans;
  const heading = style.strong(
    say("why", { plan: speech.plan(plan), first: first === undefined ? "" : speech.plan(first) }),
  );
  if (plan.changes.length === 0) return `${heading}\n  ${say("noChange")}`;
  const columns: readonly Column[] = [
    { title: say("line"), align: "left", least: 24, hanging: 2 },
    { title: say("difference"), align: "right" },
    { title: say("clauses"), align: "left", least: 12 },
  ];
  const rows = plan.changes
    .slice(0, shownLines)
    .map(({ kind, product, change, currency, clauses }) => [
      `${reports.product(product)} (${reports.kind(kind)})`,
      `${speech.change(change)} ${currency}`,
      clauses.join(" "),
    ]);
  const left = plan.changes.length - rows.length;
  const more = left > 0 ? `\n${say("andMore", { count: String(left) })}` : "";
  return `${heading}\n${renderTable(columns, rows, width).trimEnd()}${more}`;
}
