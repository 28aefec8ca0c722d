import { accountDocument, balanceDocument, sliceBySid } from "@flexbill/twilio";
import { Hono } from "hono";
import type { Environment, MockContext } from "../http/environment.ts";
import { readForm } from "../http/form.ts";
import { respondFlatPage } from "../http/page.ts";
import { isWrong, type ParameterTable, readParameters } from "../http/parameters.ts";
import { json, problem } from "../http/respond.ts";
import type { Account, AccountStatus } from "../world/account.ts";
import { updateAccount } from "../world/accounts.ts";
import { balanceOf } from "../world/balance.ts";
import type { World } from "../world/world.ts";

const writable: ParameterTable = {
  friendlyName: { name: "FriendlyName", type: "text" },
  status: { name: "Status", type: ["active", "suspended", "closed"] },
};

/** `/Accounts.json`: the caller's account and those below it. */
export function accountsRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Accounts.json", (c) => list(c, world));
  routes.post("/Accounts.json", async (c) => {
    const given = await readChange(c);
    if (given instanceof Response) return given;
    const caller = c.get("caller");
    if (caller.owner !== caller.sid) return problem("permissionDenied");
    return json(201, documentOf(world.openSubaccount(caller, given.friendlyName)));
  });
  return routes;
}

/** `/Accounts/{AC}.json`. */
export function accountRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/:file{[A-Za-z0-9]+\\.json}", (c) => json(200, documentOf(c.get("account"))));
  routes.post("/:file{[A-Za-z0-9]+\\.json}", async (c) => {
    const given = await readChange(c);
    if (given instanceof Response) return given;
    const account = c.get("account");
    const refusal = updateAccount(account, world.accounts.get(account.owner) ?? account, given, world.now());
    if (refusal === "parent-suspended") return problem("parentSuspended");
    if (refusal === "closed") return problem("invalidParameter", { what: "Status of a closed account" });
    return json(200, documentOf(account));
  });
  return routes;
}

/** `/Balance.json`, of main accounts alone: their subaccounts hold none. */
export function balanceRoutes(world: World): Hono<Environment> {
  const routes = new Hono<Environment>();
  routes.get("/Balance.json", (c) => {
    const account = c.get("account");
    if (account.owner !== account.sid) return problem("notFound", { path: c.get("target").path });
    return json(200, balanceDocument(account.sid, balanceOf(world, account), account.contract.currency));
  });
  return routes;
}

function list(c: MockContext, world: World): Response {
  const query = new URL(c.req.url).searchParams;
  const [name, status] = [query.get("FriendlyName"), query.get("Status")];
  const caller = c.get("caller");
  const rows = [...world.accounts.values()]
    .filter(({ sid, owner }) => sid === caller.sid || owner === caller.sid)
    .filter((account) => (name ?? account.friendlyName) === account.friendlyName)
    .filter((account) => (status ?? account.status) === account.status);
  return respondFlatPage(c, "accounts", ["FriendlyName", "Status"], (request) => {
    const slice = sliceBySid(rows, request, ({ sid }) => sid);
    return slice === undefined ? undefined : { ...slice, items: slice.items.map(documentOf) };
  });
}

async function readChange(
  c: MockContext,
): Promise<Response | { readonly friendlyName?: string; readonly status?: AccountStatus }> {
  const form = await readForm(c);
  if (form === undefined) return problem("tooLarge");
  const values = readParameters(form, writable);
  if (isWrong(values)) return problem("invalidParameter", { what: values.wrong });
  return values as { friendlyName?: string; status?: AccountStatus };
}

function documentOf(account: Account) {
  return accountDocument(account);
}
