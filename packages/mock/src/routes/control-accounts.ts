import { calendar, earlier, formatDecimal, formatInstant, parseMonth } from "@flexbill/kernel";
import type { Context, Hono } from "hono";
import { json, problem } from "../http/respond.ts";
import type { Account } from "../world/account.ts";
import { monthParts } from "../world/month-parts.ts";
import { contractDocument, priceBookDocument } from "../world/terms-document.ts";
import { trueInvoice } from "../world/true-invoice.ts";
import type { World } from "../world/world.ts";

const account = "/accounts/:account{AC[0-9a-fA-F]{32}}";
const month = ":month{\\d{4}-\\d{2}}";

/** `/accounts`: what only the world knows of them. Twilio's own interface shows none of it. */
export function accountsControlRoutes(routes: Hono, world: World): void {
  routes.get("/accounts", () => json(200, { accounts: [...world.accounts.values()].map(accountOutline) }));
  routes.get(`${account}/terms`, (c) => withAccount(c, world, (of) => json(200, termsDocument(of))));
  routes.get(`${account}/invoices/${month}`, (c) =>
    withMonth(c, world, (of, asked) => json(200, trueInvoice(of, asked, world.now()))),
  );
  routes.get(`${account}/months/${month}`, (c) =>
    withMonth(c, world, (of, asked) => {
      const asOf = earlier(world.asOf(), calendar(of.contract.timeZone).period(asked).end);
      const days = monthParts(of, asked, asOf).map(({ parts, ...day }) => ({
        ...day,
        parts: parts.map((part) => ({ ...part, amount: formatDecimal(part.amount) })),
      }));
      return json(200, { account: of.sid, month: asked, asOf: formatInstant(asOf), days });
    }),
  );
}

function accountOutline({ sid, owner, friendlyName, status, created }: Account) {
  return { sid, owner, friendlyName, status, created: formatInstant(created) };
}

function termsDocument({ terms: { contract, priceBook, connectivity, seed } }: Account) {
  return {
    contract: contractDocument(contract),
    priceBook: priceBookDocument(priceBook),
    connectivity: formatDecimal(connectivity),
    truth: seed ?? null,
  };
}

function withAccount(c: Context, world: World, answer: (account: Account) => Response): Response {
  const of = world.accounts.get(c.req.param("account") ?? "");
  return of === undefined ? problem("notFound", { path: c.req.path }) : answer(of);
}

function withMonth(
  c: Context,
  world: World,
  answer: (account: Account, month: Parameters<typeof trueInvoice>[1]) => Response,
): Response {
  const asked = parseMonth(c.req.param("month") ?? "");
  if (!asked.ok) return problem("invalidParameter", { what: "month" });
  return withAccount(c, world, (of) => answer(of, asked.value));
}
