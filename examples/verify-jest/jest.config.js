// From a checkout the packages are TypeScript; what is installed from npm is JavaScript and needs no transform.
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/strip-types.js" },
};
