export { sendOverNetwork } from "./send.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
