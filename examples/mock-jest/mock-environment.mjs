import { startMock } from "@flexbill/mock/node";
import { TestEnvironment } from "jest-environment-node";

/** Starts a mock for each test file, which finds it as the global `mock`. */
export default class MockEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.mock = await startMock({ at: "2026-01-10T08:00:00Z" });
  }

  async teardown() {
    await this.global.mock.close();
    await super.teardown();
  }
}
