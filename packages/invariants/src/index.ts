export { type CaseClass, type Finding, type Law, law, type Sentence } from "./law.ts";
export type { RatingRequest } from "./request.ts";
export { type Exhibit, judge, type Verdict } from "./run/judge.ts";
export { type LawRun, partOf, type RunOptions, runLaw } from "./run/run-law.ts";
export { eventsOf, type Failure } from "./run/shrink.ts";
export type { Answer, AnswerLine, Subject } from "./subject.ts";
