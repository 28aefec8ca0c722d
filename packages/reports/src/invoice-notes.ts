import type { Invoice, InvoiceIssue } from "@flexbill/charges";
import { describeIssue, type Severity } from "@flexbill/kernel";
import { displayWidth, padEnd } from "./display-width.ts";
import type { Speech } from "./speech.ts";
import type { Style } from "./style.ts";
import type { Word } from "./words.en.ts";
import { hang } from "./wrap.ts";

interface Notes {
  readonly invoice: Invoice;
  readonly speech: Speech;
  readonly style: Style;
  readonly width: number;
}

const severityWords: Readonly<Record<Severity, Word>> = {
  error: "severityError",
  warning: "severityWarning",
  info: "severityInfo",
};

/** The assumptions of an invoice: key, value, clause, and what each decides. */
export function assumptionLines({ invoice, speech, style, width }: Notes): string {
  if (invoice.assumptions.length === 0) return "";
  const lines = invoice.assumptions.map(({ key, value, clause }) => {
    const basis = clause === undefined ? "" : ` (${clause})`;
    return `  ${key} = ${value}${basis}\n${style.faint(hang("      ", speech.reason(key), width))}`;
  });
  return [style.strong(speech.say("assumptions")), ...lines].join("\n");
}

/** What has to be looked at, each with its code and the place that it is about. */
export function issueLines({ invoice, speech, style, width }: Notes): string {
  if (invoice.issues.length === 0) return "";
  const paints: Readonly<Record<Severity, (text: string) => string>> = {
    error: style.alarm,
    warning: style.warn,
    info: style.faint,
  };
  const names = Object.values(severityWords).map((word) => speech.say(word));
  const widest = Math.max(...names.map(displayWidth));
  const lines = inGroups(invoice.issues).map(({ issue, more }) => {
    const name = padEnd(speech.say(severityWords[issue.severity]), widest + 1);
    const basis = issue.clause === undefined ? "" : ` (${issue.clause})`;
    const others = more === 0 ? "" : ` ${speech.say("andMore", { count: String(more) })}`;
    const about = `${aboutOf(issue, invoice)}${others}`;
    const text = `${issue.code}: ${describeIssue(issue, speech.language)}${basis}${about}`;
    return hang(`  ${name}`, text, width).replace(name, paints[issue.severity](name));
  });
  return [style.strong(speech.say("issues")), ...lines].join("\n");
}

/** Issues that differ in nothing but their place, told once: the first, and how many more there are. */
function inGroups(issues: readonly InvoiceIssue[]): readonly { readonly issue: InvoiceIssue; readonly more: number }[] {
  const groups = Map.groupBy(issues, ({ path: _path, ...said }) => JSON.stringify(said));
  return [...groups.values()].flatMap(([issue, ...others]) => (issue ? [{ issue, more: others.length }] : []));
}

/** What an issue is about: a charge by its id, anything else by its path. */
function aboutOf({ path, found }: InvoiceIssue, { charges }: Invoice): string {
  const [, list, index] = path.split("/");
  const about = list === "charges" && index !== undefined ? (charges[Number(index)]?.id ?? path) : path;
  return about === "" || about === found ? "" : ` [${about}]`;
}
