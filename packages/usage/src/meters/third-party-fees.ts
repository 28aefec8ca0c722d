import { type Decimal, decimal, type Issue, issue, multiply } from "@flexbill/kernel";
import type { Fee } from "../events/fee.ts";
import type { Message } from "../events/message.ts";
import { defaultUseCase } from "../events/shared-data.ts";
import { createFeeMarks, type FeeMarks } from "../identity/fee-marks.ts";
import { pathOf } from "../path-of.ts";
import type { Cell } from "../tally.ts";
import type { Users } from "../users.ts";

/** A cell of fees: their sum, or null for those not known yet. */
export interface FeeCell extends Cell {
  readonly amount: FeeAmount;
}

type FeeAmount = Decimal | null;

/** Fees that are alike in everything; how many there are. */
interface Alike {
  readonly product: string;
  readonly provider: string;
  readonly currency: string;
  /** As told; null is not known. */
  readonly amount: string | null;
  /** The user's number. */
  readonly user: number;
  readonly useCase: string;
  count: number;
}

/**
 * Third parties' fees, as received and never marked up (T-34 … T-36). A fee told by a message and by a fee event too
 * counts once, as the fee event; which messages those are is known when every event was seen.
 */
export interface ThirdPartyFees {
  /** A fee event of the account, of whatever month. */
  readonly addFee: (fee: Fee, inMonth: boolean) => void;
  /** A message of the month. */
  readonly addMessage: (message: Message, user: number) => void;
  readonly finish: (users: Users) => { readonly cells: readonly FeeCell[]; readonly issues: readonly Issue[] };
}

const messaging = "third-party-messaging";
const nobody = 0;

/** No fees yet; a fee not known counts in the contract's currency. */
export function createThirdPartyFees(contractCurrency: string): ThirdPartyFees {
  const kinds: Alike[] = [];
  const index: Branch = { branches: new Map(), users: [] };
  const marks = createFeeMarks();

  function kindOf(alike: Omit<Alike, "count">): number {
    const { product, provider, currency, amount, user, useCase } = alike;
    const { users } = below(below(below(below(below(index, provider), currency), amount), useCase), product);
    const known = users[user];
    if (known !== undefined) return known;
    while (users.length < user) users.push(undefined);
    users[user] = kinds.length;
    return kinds.push({ ...alike, count: 0 }) - 1;
  }

  return {
    addFee: ({ product, provider, currency, amount, reference, useCase = defaultUseCase }, inMonth) => {
      if (product === messaging && reference !== null) marks.markFee(reference, provider);
      if (inMonth) tell(kinds[kindOf({ product, provider, currency, amount, user: nobody, useCase })]);
    },
    addMessage: ({ message, provider, useCase = defaultUseCase }, user) => {
      if (provider === null) return;
      const { name, fee } = provider;
      const { amount, currency } = fee ?? { amount: null, currency: contractCurrency };
      marks.markMessage(message, name, kindOf({ product: messaging, provider: name, currency, amount, user, useCase }));
    },
    finish: (users) => finish(kinds, marks, users),
  };
}

/** A tree of everything in which fees can differ; the last branches have the kinds' numbers, by the users'. */
interface Branch {
  readonly branches: Map<string | null, Branch>;
  readonly users: (number | undefined)[];
}

function below({ branches }: Branch, key: string | null): Branch {
  const known = branches.get(key);
  if (known !== undefined) return known;
  const next: Branch = { branches: new Map(), users: [] };
  branches.set(key, next);
  return next;
}

function tell(alike: Alike | undefined): void {
  if (alike !== undefined) alike.count += 1;
}

function finish(kinds: readonly Alike[], marks: FeeMarks, users: Users): ReturnType<ThirdPartyFees["finish"]> {
  const counts = kinds.map((alike) => alike.count);
  const twice = new Map<string, number>();
  marks.forEachMessage((kind, alsoFee) => {
    const alike = kinds[kind];
    if (alike === undefined) return;
    if (!alsoFee) counts[kind] = (counts[kind] ?? 0) + 1;
    else if (alike.amount !== null) twice.set(alike.provider, (twice.get(alike.provider) ?? 0) + 1);
  });
  return {
    cells: cellsOf(kinds, counts, users),
    issues: Array.from(twice, ([name, messages]) => twiceIssue(name, messages)),
  };
}

function cellsOf(kinds: readonly Alike[], counts: readonly number[], users: Users): readonly FeeCell[] {
  return kinds.flatMap((alike, kind) => {
    const many = decimal(counts[kind] ?? 0);
    if (counts[kind] === 0) return [];
    const { product, user, useCase, provider, currency } = alike;
    const amount = alike.amount === null ? null : multiply(decimal(alike.amount), many);
    const dimensions = { provider, currency };
    return [{ product, unit: "fee", user: users.nameOf(user), dimensions, useCase, quantity: many, amount }];
  });
}

function twiceIssue(provider: string, messages: number): Issue {
  return issue("fee.twice", {
    path: pathOf("providers", provider),
    clause: "T-35",
    params: { provider, messages: String(messages) },
  });
}
