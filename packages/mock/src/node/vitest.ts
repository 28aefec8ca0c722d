import { test as base, type TestAPI } from "vitest";
import { type StartedMock, type StartOptions, startMock } from "./start-mock.ts";

/** What each test finds: a mock of its own, and what it began with. */
export interface MockFixture {
  readonly start: StartOptions;
  readonly mock: StartedMock;
}

/**
 * Vitest's `test` with a fresh world for each test that asks for `mock`; it ends with the test.
 *
 * @param options what each world begins with
 *
 * @example
 * ```ts
 * const test = mockTest({ at: "2026-01-31T12:00:00Z" });
 * test("usage is read", async ({ mock }) => {
 *   await mock.control.advance(3600);
 * });
 * ```
 */
export function mockTest(options: StartOptions = {}): TestAPI<MockFixture> {
  return base.extend<MockFixture>({
    start: options,
    mock: async ({ start }, use) => {
      const mock = await startMock(start);
      await use(mock);
      await mock.close();
    },
  });
}

/** Vitest's `test` with a world as {@link startMock} makes it by itself. */
export const test: TestAPI<MockFixture> = mockTest();
