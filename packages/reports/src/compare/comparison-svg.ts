import type { Language } from "@flexbill/kernel";
import { grouped } from "../figures.ts";
import { plainHtml } from "../invoice-formats/html.ts";
import type { Comparison } from "./comparison.ts";
import { type ComparisonSpeech, comparisonSpeech } from "./comparison-speech.ts";
import { toPicture } from "./comparison-text.ts";

/** Colours that stay apart for most kinds of colour vision, and in grey. */
const colours = ["#0b5394", "#e69138", "#38761d", "#741b47"];

const room = { width: 760, height: 320, left: 84, right: 16, top: 56, bottom: 64 };
const legendStep = 22;

interface Frame {
  readonly comparison: Comparison;
  readonly speech: ComparisonSpeech;
  readonly most: number;
  readonly baseline: number;
}

/**
 * A comparison as a picture (SVG, nothing fetched): for each month a bar a plan, dark up to the certain cost, light up to
 * the most; a bar whose upper end is not known ends in a dotted line. In the contract's currency; others are left out.
 *
 * @example
 * ```ts
 * renderComparisonSvg(comparison, { language: "en" }); // → '<svg xmlns="http://www.w3.org/2000/svg" …'
 * ```
 */
export function renderComparisonSvg(comparison: Comparison, options: { readonly language?: Language } = {}): string {
  const { language = "en" } = options;
  const speech = comparisonSpeech(language);
  const frame: Frame = { comparison, speech, most: mostOf(comparison), baseline: room.height - room.bottom };
  const height = room.height + legendStep * comparison.plans.length;
  const about = plainHtml(speech.say("picture"));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${room.width}" height="${height}" viewBox="0 0 ${room.width} ${height}" role="img" lang="${language}" font-family="sans-serif" font-size="12">`,
    `<title>${about}</title>`,
    `<rect width="${room.width}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="24">${about} (${plainHtml(comparison.currency)})</text>`,
    ...axis(frame),
    ...comparison.months.flatMap((month, at) => monthBars(frame, month, at)),
    ...legend(frame),
    "</svg>\n",
  ].join("\n");
}

function mostOf({ plans, currency }: Comparison): number {
  const ends = plans.flatMap(({ months }) =>
    months.map(({ totals }) => toPicture(totals[currency]?.high ?? totals[currency]?.low ?? "0")),
  );
  return roundUp(Math.max(...ends, 1));
}

/** The next 1, 2 or 5 with zeros. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power;
}

const heightOf = (frame: Frame, value: number): number =>
  Math.max(0, (value / frame.most) * (frame.baseline - room.top));

function axis(frame: Frame): readonly string[] {
  return [0, 0.5, 1].map((share) => {
    const y = tidy(frame.baseline - heightOf(frame, frame.most * share));
    const label = grouped(String(frame.most * share));
    return `<line x1="${room.left}" x2="${room.width - room.right}" y1="${y}" y2="${y}" stroke="#ccc"/><text x="${room.left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`;
  });
}

function monthBars(frame: Frame, month: string, at: number): readonly string[] {
  const { plans, months, currency } = frame.comparison;
  const step = (room.width - room.left - room.right) / months.length;
  const width = (step * 0.8) / plans.length;
  const x = room.left + step * at + step * 0.1;
  const bars = plans.flatMap((plan, which) => {
    const total = plan.months[at]?.totals[currency];
    if (total === undefined) return [];
    const name = `${frame.speech.plan(plan)}, ${month}: ${frame.speech.amount(total)} ${currency}`;
    return bar(frame, { x: x + width * which, width, colour: colours[which % colours.length] ?? "", name, ...total });
  });
  const centre = tidy(room.left + step * (at + 0.5));
  return [...bars, `<text x="${centre}" y="${frame.baseline + 18}" text-anchor="middle">${month}</text>`];
}

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly colour: string;
  readonly name: string;
  readonly low: string;
  readonly high: string | null;
}

function bar(frame: Frame, { x, width, colour, name, low, high }: Bar): readonly string[] {
  const certain = heightOf(frame, toPicture(low));
  const most = high === null ? certain : heightOf(frame, toPicture(high));
  const box = (tall: number, opacity: number) =>
    `<rect x="${tidy(x)}" y="${tidy(frame.baseline - tall)}" width="${tidy(width * 0.9)}" height="${tidy(tall)}" fill="${colour}" fill-opacity="${opacity}"/>`;
  const top = tidy(frame.baseline - certain);
  const middle = tidy(x + width * 0.45);
  const open =
    high === null
      ? [`<line x1="${middle}" x2="${middle}" y1="${top}" y2="${room.top}" stroke="${colour}" stroke-dasharray="2 3"/>`]
      : [];
  return ["<g>", `<title>${plainHtml(name)}</title>`, box(most, 0.35), box(certain, 1), ...open, "</g>"];
}

function legend({ comparison, speech, baseline }: Frame): readonly string[] {
  return comparison.plans.map((plan, at) => {
    const y = baseline + 40 + legendStep * at;
    const total = plan.totals[comparison.currency];
    const amount = total === undefined ? "" : `: ${speech.amount(total)} ${comparison.currency}`;
    return `<rect x="${room.left}" y="${y}" width="12" height="12" fill="${colours[at % colours.length]}"/><text x="${room.left + 20}" y="${y + 11}">${plainHtml(speech.plan(plan) + amount)}</text>`;
  });
}

const tidy = (value: number): number => Math.round(value * 100) / 100;
