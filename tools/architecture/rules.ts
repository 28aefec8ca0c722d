import { noAmbientWorld } from "./ambient.ts";
import { exactArithmetic } from "./arithmetic.ts";
import { kernelStandsAlone, noIdleDependency, sourcesDeclare, testsDeclare } from "./dependencies.ts";
import { everyPackageHasAPlace, importsPointDown, importsUseDoors, noReachIn } from "./imports.ts";
import { manifestsPublishWhatIsThere, noVagueNames, roomsAreLabelled } from "./papers.ts";
import {
  doorsOnlyReExport,
  filesEndInANewline,
  noPromises,
  nothingSilenced,
  oneConceptAFile,
  plainShapes,
  titlesAreSentences,
} from "./style.ts";
import type { Rule } from "./workspace.ts";

/** Every rule that can be read off the files. */
export const rules: readonly Rule[] = [
  everyPackageHasAPlace,
  importsPointDown,
  importsUseDoors,
  noReachIn,
  sourcesDeclare,
  testsDeclare,
  noIdleDependency,
  kernelStandsAlone,
  noAmbientWorld,
  exactArithmetic,
  roomsAreLabelled,
  manifestsPublishWhatIsThere,
  noVagueNames,
  plainShapes,
  nothingSilenced,
  noPromises,
  doorsOnlyReExport,
  titlesAreSentences,
  oneConceptAFile,
  filesEndInANewline,
];
