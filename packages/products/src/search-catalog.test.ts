import { describe, expect, test } from "vitest";
import { products } from "./product.ts";
import { searchCatalog } from "./search-catalog.ts";

const first = (text: string) => searchCatalog(text)[0]?.id;

describe("searching the catalogue", () => {
  test.each([
    ["機能", "functions"],
    ["議事録", "video"],
    ["資産", "assets"],
    ["同期", "sync-actions"],
    ["通話記録", "call-recording"],
    ["公衆交換電話網への接続", "pstn-voice-inbound"],
    ["Twilioの機能", "functions"],
    ["プロキシ", "proxy"],
    ["音声インサイト", "voice-insights"],
    ["留守番電話の検出", "answering-machine-detection"],
  ])("a reader of the Japanese notice finds %s", (text, id) => {
    expect(first(text)).toBe(id);
  });

  test.each([
    ["AMD", "answering-machine-detection"],
    ["whatsapp", "channels-messages"],
    ["T-27", "functions"],
    ["taskrouter-tasks", "taskrouter"],
    ["Task Router", "taskrouter"],
    ["ａｕｈ", "flex-active-user-hour"],
  ])("%s is found in English, by clause, by category, whatever its width", (text, id) => {
    expect(first(text)).toBe(id);
  });

  test("every product is found first by its own id", () => {
    for (const { id } of products) expect(first(id)).toBe(id);
  });

  test("an empty text finds everything, and nonsense nothing", () => {
    expect(searchCatalog("")).toHaveLength(products.length);
    expect(searchCatalog("コーヒー")).toEqual([]);
  });
});
