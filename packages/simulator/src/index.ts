export { type Profile, profileSchema } from "./profile.ts";
export { profileById, profileIds } from "./profiles.ts";
export { type Random, stream, xoshiro128 } from "./random.ts";
export { createRun, type Run, type SimulationOptions, simulate } from "./simulate.ts";
export type { RunStatistics } from "./statistics.ts";
