import { calendar, fromEpochMilliseconds, type Instant, type Language } from "@flexbill/kernel";
import { clauseById, diffEditions, editionById, editions, noticeApplies, termsReport } from "@flexbill/terms";
import type { Context } from "../cli/context.ts";
import { exitCodes } from "../exit-code.ts";
import { readContract } from "../input/contract.ts";
import { refuse, unclear } from "../input/reading.ts";
import { paper } from "../output/paper.ts";
import { appliesText, clauseList, clauseText, diffText, reportText } from "../output/terms-text.ts";
import { openTarget } from "../output/write-aside.ts";
import { wordsOf } from "../words.ts";

/** The options of the commands about the terms alone. */
export interface TermsFlags {
  readonly lang?: Language;
  readonly output?: string;
}

/** The options of the commands about the terms and an account. */
export interface TermsAccountFlags extends TermsFlags {
  readonly contract?: string;
  readonly asOf?: Instant;
}

/** `flexbill terms list` */
export async function termsListCommand(this: Context, { output }: TermsFlags): Promise<void> {
  await write(this, output, clauseList(paper(this.session, output)));
}

/** `flexbill terms show T-43` */
export async function termsShowCommand(this: Context, { output }: TermsFlags, id: string): Promise<void> {
  const clause = clauseById(id.toUpperCase());
  if (clause === undefined) await refuse(this, unclear(wordsOf(this.session.language).unknownClause(id)));
  else await write(this, output, clauseText(clause, paper(this.session, output)));
}

/** `flexbill terms diff A B` */
export async function termsDiffCommand(
  this: Context,
  { output }: TermsFlags,
  one: string,
  other: string,
): Promise<void> {
  const [left, right] = [editionById(one), editionById(other)];
  if (left === undefined || right === undefined) {
    const known = editions.map(({ id }) => id);
    const words = wordsOf(this.session.language);
    await refuse(this, unclear(words.unknownEdition(left === undefined ? one : other, known)));
    return;
  }
  await write(this, output, diffText(left, right, diffEditions(left, right), paper(this.session, output)));
}

/** `flexbill terms applies`: does the notice bind this account? */
export async function termsAppliesCommand(this: Context, flags: TermsAccountFlags): Promise<void> {
  const contract = await readContract(flags.contract, this.session);
  if (!contract.ok) await refuse(this, contract);
  else
    await write(
      this,
      flags.output,
      appliesText(contract.value.account, noticeApplies(contract.value), paper(this.session, flags.output)),
    );
}

/** `flexbill terms report`: every clause for this account. */
export async function termsReportCommand(this: Context, flags: TermsAccountFlags): Promise<void> {
  const contract = await readContract(flags.contract, this.session);
  if (!contract.ok) {
    await refuse(this, contract);
    return;
  }
  const at = flags.asOf ?? fromEpochMilliseconds(this.session.host.now());
  const report = termsReport(contract.value, calendar(contract.value.timeZone).dateOf(at));
  await write(this, flags.output, reportText(report, paper(this.session, flags.output)));
}

async function write(context: Context, output: string | undefined, text: string): Promise<void> {
  const target = openTarget(output, context.session.host);
  await target.write(text);
  await target.keep();
  context.leave(exitCodes.done);
}
