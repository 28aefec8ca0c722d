// A plugin of Stryker: says of each survivor, and of what was given up, as soon as it is known, because a whole run takes long.
import type { ReportedMutant } from "./mutants.ts";

const reporter = {
  onMutantTested({ fileName, status, location, replacement }: ReportedMutant & { readonly fileName: string }): void {
    if (!["Survived", "NoCoverage", "Timeout"].includes(status)) return;
    console.log(`${status} ${fileName}:${location.start.line}:${location.start.column} ${replacement}`);
  },
};

export const strykerPlugins = [{ kind: "Reporter", name: "survivors-at-once", factory: () => reporter }] as const;
