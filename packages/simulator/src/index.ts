export { type Random, stream, xoshiro128 } from "./chance/random.ts";
export { contractsFor } from "./profile/contracts.ts";
export { parseProfile } from "./profile/parse-profile.ts";
export { type Believable, type Profile, type ProfileText, profileSchema, type RateCard } from "./profile/profile.ts";
export { parseRateCards } from "./profile/rate-cards.ts";
export { profileById, profileIds } from "./profile/shipped.ts";
export { createRun, type Run, type SimulationOptions, simulate } from "./simulate.ts";
export type { QueueStatistics, RunStatistics } from "./statistics.ts";
