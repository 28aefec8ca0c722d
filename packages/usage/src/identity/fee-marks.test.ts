import { describe, expect, test } from "vitest";
import { createFeeMarks } from "./fee-marks.ts";

describe("messages and the fees that name them", () => {
  test.each([0, 1, 8, 9, 33, 4097, 9000])("of %i messages every third is named by a fee, and no other", (messages) => {
    const marks = createFeeMarks();
    for (let message = 0; message < messages; message += 1) {
      marks.markMessage(`SM${message}`, "Zorbl", message);
      if (message % 3 === 0) marks.markFee(`SM${message}`, "Zorbl");
    }
    const named: boolean[] = [];
    marks.forEachMessage((kind, alsoFee) => {
      named[kind] = alsoFee;
    });
    expect(named).toEqual(Array.from({ length: messages }, (_, message) => message % 3 === 0));
  });
});
