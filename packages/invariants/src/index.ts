export { type HttpOptions, httpSubject, type Post } from "./adapters/http.ts";
export { type JsonLinesOptions, jsonLinesSubject, type LineChannel, type LinesSubject } from "./adapters/json-lines.ts";
export type { After } from "./adapters/patience.ts";
export { type Distance, differenceLaw, distanceText, type Reference } from "./explore/difference.ts";
export { type ExploreOptions, type LargestDifference, largestDifference } from "./explore/largest-difference.ts";
export { type Crossing, type PlansCase, plansNeverCross, plansThatCross } from "./explore/plans-cross.ts";
export { finders } from "./faults/finders.ts";
export { type Fault, faults, outsideTheModel } from "./faults/index.ts";
export { billingMonths } from "./generators/months.ts";
export { plainMonths } from "./generators/plain-months.ts";
export { type SmallMonth, smallMonths, usages } from "./generators/small-months.ts";
export { type CaseClass, type Finding, type Law, law, type Sentence } from "./law.ts";
export { inPlainWords } from "./laws/in-plain-words.ts";
export { laws } from "./laws/index.ts";
export { type Counterexample, counterexampleOf, tokenOf } from "./report/counterexample.ts";
export { renderCrossing } from "./report/crossing.ts";
export { renderGithub, renderJson, renderJunit } from "./report/machine.ts";
export { type Merged, type MergeProblem, mergeReports, type NamedReport } from "./report/merge.ts";
export { renderFailure, renderRun, renderSummary, tallyOf } from "./report/text.ts";
export {
  type LawReport,
  type Reported,
  type RunAsked,
  type VerifyReport,
  verifyReport,
} from "./report/verify-report.ts";
export type { Tally } from "./report/words.en.ts";
export type { PriceBook, PriceEntry, RatingRequest } from "./request.ts";
export { type Exhibit, judge, raterLost, type Verdict } from "./run/judge.ts";
export type { Memory } from "./run/memory.ts";
export { type LawRun, partOf, type RunOptions, runLaw } from "./run/run-law.ts";
export { isFailure, type Opened, runSuite, type SuiteOptions } from "./run/run-suite.ts";
export { runsToFind } from "./run/score.ts";
export { eventsOf, type Failure } from "./run/shrink.ts";
export {
  type Choice,
  checkOpenScenario,
  type OpenChoices,
  type OpenRun,
  type OpenRunOptions,
  type OpenScenario,
} from "./scenario/check-open-scenario.ts";
export { checkScenario, type FailedMoment } from "./scenario/check-scenario.ts";
export type { Difference } from "./scenario/differences.ts";
export type { Bounds, Expectation, ExpectedLine, ExpectedLines, ScenarioMoment } from "./scenario/expectation.ts";
export { lawsOfAMonth } from "./scenario/law-differences.ts";
export type { Answer, AnswerLine, Subject } from "./subject.ts";
