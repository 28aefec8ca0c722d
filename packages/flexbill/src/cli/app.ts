import type { Language } from "@flexbill/kernel";
import { type Application, buildApplication, buildRouteMap } from "@stricli/core";
import { exitCodeOf } from "../faults.ts";
import type { Context } from "./context.ts";
import { optionsIn } from "./options.ts";
import { catalogRoute } from "./routes/catalog.ts";
import { compareRoute, diffRoute } from "./routes/comparing.ts";
import { exportRoutes } from "./routes/export.ts";
import { focusRoutes } from "./routes/focus.ts";
import { explainRoute, meterRoute, rateRoute } from "./routes/rating.ts";
import { scenarioRoutes } from "./routes/scenario.ts";
import { termsRoute } from "./routes/terms.ts";
import { verifyRoutes } from "./routes/verify.ts";
import { demoRoute, mockRoute, simulateRoute } from "./routes/worlds.ts";
import { textEnglish } from "./text.en.ts";
import { textJa } from "./text.ja.ts";

/** The command line in a language; what a command needs is loaded when it is called. */
export function buildApp(language: Language, version: string): Application<Context> {
  const options = optionsIn(language);
  const root = buildRouteMap({
    routes: {
      rate: rateRoute(options),
      explain: explainRoute(options),
      compare: compareRoute(options),
      diff: diffRoute(options),
      meter: meterRoute(options),
      simulate: simulateRoute(options),
      scenario: scenarioRoutes(options),
      catalog: catalogRoute(options),
      export: exportRoutes(options),
      focus: focusRoutes(options),
      terms: termsRoute(options),
      verify: verifyRoutes(options),
      mock: mockRoute(options),
      demo: demoRoute(options),
    },
    docs: { brief: options.brief.app },
  });
  return buildApplication<Context>(root, {
    name: "flexbill",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
    documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: true },
    determineExitCode: exitCodeOf,
    localization: { text: language === "ja" ? textJa : textEnglish },
  });
}
