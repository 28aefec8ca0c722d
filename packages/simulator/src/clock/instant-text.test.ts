import { fc, test } from "@fast-check/vitest";
import { formatInstant, fromEpochMilliseconds } from "@flexbill/kernel";
import { expect } from "vitest";
import { instantText } from "./instant-text.ts";

test.prop([fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) })])(
  "an instant is written as the kernel writes it, whatever was written before",
  (milliseconds) => {
    expect(instantText(milliseconds)).toBe(formatInstant(fromEpochMilliseconds(milliseconds)));
  },
);
