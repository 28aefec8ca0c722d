export { sendOverNetwork } from "./send.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
export { sleepForReal } from "./sleep.ts";
export { type StartedMock, type StartOptions, startMock } from "./start-mock.ts";
