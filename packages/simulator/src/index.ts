export { type Random, stream, xoshiro128 } from "./chance/random.ts";
export { type Profile, type ProfileText, profileSchema, type RateCard } from "./profile/profile.ts";
export { profileById, profileIds } from "./profile/shipped.ts";
export { createRun, type Run, type SimulationOptions, simulate } from "./simulate.ts";
export type { QueueStatistics, RunStatistics } from "./statistics.ts";
