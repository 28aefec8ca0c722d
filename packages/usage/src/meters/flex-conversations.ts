import { compareInstants, compareText } from "@flexbill/kernel";
import type { MessageEvent } from "../events/message.ts";
import { defaultUseCase } from "../events/shared-data.ts";
import { instantOf, millisecondsOf } from "../instant-of.ts";
import { type Cell, cellsOf, count, createTally } from "../tally.ts";
import { createTexts } from "../texts.ts";
import type { Users } from "../users.ts";

/** The first message of the month between a customer and an agent. */
interface First {
  readonly event: Pick<MessageEvent, "source" | "id">;
  readonly at: string;
  /** The user's number. */
  readonly user: number;
  readonly useCase: string;
}

/** The customers of the month who were talked to. */
export interface Customers {
  /** Takes note of a message of the month; one without a customer or a user is no conversation (T-19, T-37). */
  readonly add: (event: MessageEvent, user: number) => void;
  /**
   * One for each customer, under the user of the first message; under the first message's use case only where none of
   * the customer's messages was contact-centre use.
   */
  readonly cells: (users: Users) => Iterable<Cell>;
}

/** Nobody was talked to yet. What every message asks about its customer stands in lists, close together. */
export function createCustomers(): Customers {
  const names = createTexts();
  const firsts: First[] = [];
  const firstMilliseconds: number[] = [];
  const servedByCenter: boolean[] = [];

  function meet(customer: number, first: First, milliseconds: number): void {
    firsts[customer] = first;
    firstMilliseconds[customer] = milliseconds;
  }

  return {
    add: ({ source, id, data }, user) => {
      const { customer, at, useCase = defaultUseCase } = data;
      if (customer === null || data.user === null) return;
      const index = names.indexOf(customer);
      const milliseconds = millisecondsOf(at);
      const known = firstMilliseconds[index];
      if (known === undefined || milliseconds <= known) {
        const first = { event: { source, id }, at, user, useCase };
        if (isEarlier(first, firsts[index])) meet(index, first, milliseconds);
      }
      if (useCase === defaultUseCase || servedByCenter[index] === undefined) {
        servedByCenter[index] = useCase === defaultUseCase;
      }
    },
    cells: (users) => {
      const tally = createTally("flex-conversations", "user", []);
      for (const [customer, { user, useCase }] of firsts.entries()) {
        count(tally, user, servedByCenter[customer] === true ? defaultUseCase : useCase, {}, 1);
      }
      return cellsOf(tally, users);
    },
  };
}

/** The first is the earliest; of one instant, the least by source, then by id. */
function isEarlier(first: First, known: First | undefined): boolean {
  if (known === undefined) return true;
  return (
    (compareInstants(instantOf(first.at), instantOf(known.at)) ||
      compareText(first.event.source, known.event.source) ||
      compareText(first.event.id, known.event.id)) < 0
  );
}
