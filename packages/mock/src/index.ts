export { createMock, type Mock, type MockOptions } from "./create-mock.ts";
export type { Environment } from "./http/environment.ts";
export type { Account, AccountStatus } from "./world/account.ts";
export { createWorld, defaultAuthToken, type World, type WorldOptions } from "./world/world.ts";
