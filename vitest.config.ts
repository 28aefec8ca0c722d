import { globSync } from "node:fs";
import { dirname } from "node:path";
import { defineConfig } from "vitest/config";

const setupFiles = [`${import.meta.dirname}/vitest.setup.ts`];

/** One project for each package and app. Their tests leave nothing behind, so files share a worker's modules. */
const rooms = globSync("{packages,apps}/*/package.json")
  .map((file) => dirname(file).replaceAll("\\", "/"))
  .sort()
  .map((root) => ({
    extends: true as const,
    test: { name: root, root, include: ["src/**/*.test.ts", "test/**/*.test.ts"], setupFiles, isolate: false },
  }));

/** The workspace's own tools, and the slow suites that see the packages from outside. */
const outside = ["tools/packing", "tools/runtimes", "tools/examples"];
const tools = ["tools", ...outside].map((root) => ({
  extends: true as const,
  test: {
    name: root.split("/").at(-1) ?? root,
    root,
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", ...(root === "tools" ? ["packing/**", "runtimes/**", "examples/**"] : [])],
    setupFiles,
  },
}));

export default defineConfig({
  test: {
    // A test measures no time: on a busy machine a property may take a while, and only a hang should end it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: "100%",
    projects: [...rooms, ...tools],
    coverage: { provider: "v8", include: ["packages/*/src/**"], exclude: ["**/bin.ts", "**/*.test.ts"] },
  },
});
