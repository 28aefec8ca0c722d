import type { Context } from "hono";
import type { UsageFaults } from "../faults/misbehave.ts";
import type { Account } from "../world/account.ts";
import type { World } from "../world/world.ts";
import type { Target } from "./logical-host.ts";

/** What a route finds beside the request. */
export interface Environment {
  Variables: {
    readonly target: Target;
    readonly caller: Account;
    readonly account: Account;
    /** The text of the body, once it was read. */
    readonly body: string | undefined;
    /** How usage is shown wrongly to this request, where it is. */
    readonly usageFaults: UsageFaults | undefined;
  };
}

/** The context of a route of the mock. */
export type MockContext = Context<Environment>;

/** A route file: what it serves, over a world. */
export type Served = { readonly world: World };
