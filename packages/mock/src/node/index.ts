export {
  type DataFolder,
  type FoundWorld,
  type Keeper,
  type Kept,
  type OpenedFolder,
  openDataFolder,
} from "./kept/data-folder.ts";
export type { DataTrouble } from "./kept/database.ts";
export { sendOverNetwork } from "./send.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
export { sleepForReal } from "./sleep.ts";
export { type StartedMock, type StartOptions, startMock } from "./start-mock.ts";
