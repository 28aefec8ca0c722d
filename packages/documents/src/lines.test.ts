import fc from "fast-check";
import { expect, test } from "vitest";
import { lineIndex } from "./lines.ts";

test("a place is the number of line ends before it and the distance from the last one", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "\n", "\r\n")), fc.nat(), (parts, wished) => {
      const text = parts.join("");
      const offset = wished % (text.length + 1);
      const before = text.slice(0, offset).split("\n");
      expect(lineIndex(text)(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
    }),
  );
});
