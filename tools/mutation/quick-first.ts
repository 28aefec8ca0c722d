// The order in which Vitest runs test files against a mutant: the first failure ends it, so the test beside the mutated
// file comes first, then the quick ones. Against a mutant the files share one worker, made for that run; without one each
// has its own, so that what a file covers does not depend on what another left in memory.
import type { ProvidedContext } from "vitest";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What Stryker tells its tests. */
type Told = ProvidedContext & { readonly mode?: string };

/** What each file took without a mutant; later times are of parts of it. */
const durations = new Map<string, number>();

export class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    for (const { project } of files) project.config.isolate = (project.getProvidedContext() as Told).mode !== "mutant";
    const beside = new Set(this.ctx.config.related?.map((file) => file.replace(/\.ts$/, ".test.ts")));
    for (const file of files) {
      const duration = this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
      if (duration > 0 && !durations.has(file.moduleId)) durations.set(file.moduleId, duration);
    }
    const cost = ({ moduleId }: TestSpecification) => (beside.has(moduleId) ? -1 : (durations.get(moduleId) ?? 0));
    return [...files].sort((a, b) => cost(a) - cost(b));
  }
}
