import { compareInstants, compareText, type Instant } from "@flexbill/kernel";
import type { MessageEvent } from "../events/message.ts";
import { defaultUseCase } from "../events/shared-data.ts";
import { instantOf } from "../instant-of.ts";
import { type Cell, cellsOf, count, createTally } from "../tally.ts";
import type { Users } from "../users.ts";

/** A customer of the month: who first talked to them, and what for. */
export interface Customer {
  at: Instant;
  source: string;
  id: string;
  /** The user's number. */
  user: number;
  useCase: string;
  /** Any counted message was contact-centre use. */
  servedByCenter: boolean;
}

/** By customer, the first message of the month that had an agent. */
export type Customers = Map<string, Customer>;

/** Takes note of a message of the month that has both a customer and a user (T-19, T-37). */
export function addToCustomers(customers: Customers, { source, id, data }: MessageEvent, user: number): void {
  const { customer, useCase = defaultUseCase } = data;
  if (customer === null || data.user === null) return;
  const at = instantOf(data.at);
  const servedByCenter = useCase === defaultUseCase;
  const known = customers.get(customer);
  if (known === undefined) customers.set(customer, { at, source, id, user, useCase, servedByCenter });
  else {
    known.servedByCenter ||= servedByCenter;
    if (isEarlier(at, source, id, known)) Object.assign(known, { at, source, id, user, useCase });
  }
}

/** The first is the earliest; of one instant, the least by source, then by id. */
function isEarlier(at: Instant, source: string, id: string, known: Customer): boolean {
  return (compareInstants(at, known.at) || compareText(source, known.source) || compareText(id, known.id)) < 0;
}

/**
 * One for each customer, under the user of the first message; under the first message's use case only where none of
 * the customer's messages was contact-centre use.
 */
export function flexConversations(customers: Customers, users: Users): Iterable<Cell> {
  const tally = createTally("flex-conversations", "user", []);
  for (const { user, useCase, servedByCenter } of customers.values()) {
    count(tally, user, servedByCenter ? defaultUseCase : useCase, {}, 1);
  }
  return cellsOf(tally, users);
}
