import { globSync } from "node:fs";
import { dirname } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: globSync("{packages,apps}/*/package.json")
      .map((file) => dirname(file))
      .sort()
      .map((root) => ({
        extends: true as const,
        test: {
          name: root,
          root,
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          setupFiles: [`${import.meta.dirname}/vitest.setup.ts`],
        },
      })),
    coverage: { provider: "v8", include: ["packages/*/src/**"], exclude: ["**/bin.ts", "**/*.test.ts"] },
  },
});
