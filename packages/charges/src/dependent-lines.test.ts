import { describe, expect, test } from "vitest";
import { fee, lines, present, rated, used } from "../test/small-months.ts";

const taskrouter = { product: "taskrouter", unit: "task", price: "0.01", currency: "USD" };
const events = [present("WKa", 10)];
const range = [...events, used("taskrouter", "task", "500", { user: "WKa" })];
const unknown = [...events, used("studio", "engagement", "1", { user: "WKa" })];

describe("the monthly minimum", () => {
  const minimum = (monthlyMinimum: string, more: object = {}) => ({ commitment: { monthlyMinimum }, ...more });

  test("is filled up from the upper ends, and from the lower one where none is known; never by third parties", () => {
    expect(
      lines({ contract: minimum("20"), events: [...range, fee("Telco", "9")], priceBook: [taskrouter] }).at(-1),
    ).toBe("commitment/monthly-minimum 1 = 5.00");
    expect(lines({ contract: minimum("20"), events: unknown }).at(-1)).toBe("commitment/monthly-minimum 1 = 10.00");
  });

  test("is no line where it is reached, and stays where what is missing rounds to nothing", () => {
    expect(lines({ contract: minimum("10"), events })).toHaveLength(1);
    expect(lines({ contract: minimum("10.001"), events }).at(-1)).toBe("commitment/monthly-minimum 1 = 0.00");
  });

  test("looks at the contract's currency alone, and needs no plan", () => {
    const contract = minimum("20", { plan: [] });
    const lookup = { product: "lookup", unit: "request", price: "3", currency: "EUR" };
    expect(lines({ contract, events: [used("lookup", "request", "2")], priceBook: [lookup] }).at(-1)).toBe(
      "commitment/monthly-minimum 1 = 20.00",
    );
  });

  test("carries a note that the lower total need not be the tightest", () => {
    const [note] = rated({ contract: minimum("20"), events }).charges.at(-1)?.notes ?? [];
    expect(note?.en).toContain("lower total");
    expect(note?.ja).toContain("下限");
  });
});

describe("the support plan", () => {
  const support = (more: object) => ({ support: { plan: "production", percent: "0.1", ...more } });

  test("is a percentage of Twilio's lines or its minimum, at both ends", () => {
    expect(
      lines({ contract: support({}), events: [...range, fee("Telco", "90")], priceBook: [taskrouter] }).at(-1),
    ).toBe("support/support-plan/production 1 = 1.00..1.50");
    expect(lines({ contract: support({ minimum: "1.20" }), events: range, priceBook: [taskrouter] }).at(-1)).toBe(
      "support/support-plan/production 1 = 1.20..1.50",
    );
    expect(lines({ contract: support({ minimum: "4" }), events: unknown }).at(-1)).toBe(
      "support/support-plan/production 1 = 4.00..?",
    );
  });

  test("looks at the contract's currency alone", () => {
    const lookup = { product: "lookup", unit: "request", price: "30", currency: "EUR" };
    const small = { contract: support({}), events: [...events, used("lookup", "request", "2")], priceBook: [lookup] };
    expect(lines(small).at(-1)).toBe("support/support-plan/production 1 = 1.00");
  });

  test("counts the days from its own first one on", () => {
    const from = (day: string) => lines({ contract: support({ from: day, minimum: "31" }), events }).at(-1);
    expect(from("2025-04-30")).toBe("support/support-plan/production 1 = 31.00");
    expect(from("2025-05-01")).toBe("support/support-plan/production 1 = 31.00");
    expect(from("2025-05-02")).toBe("support/support-plan/production 1 = 30.00");
    expect(from("2025-05-31")).toBe("support/support-plan/production 1 = 1.00");
    expect(from("2025-06-01")).toBe("license/flex-active-user-hour 10 = 10.00");
  });

  test("counts what fills up the minimum, and is there without a plan", () => {
    const contract = { ...support({}), commitment: { monthlyMinimum: "50" }, plan: [] };
    expect(lines({ contract })).toEqual([
      "commitment/monthly-minimum 1 = 50.00",
      "support/support-plan/production 1 = 5.00",
    ]);
  });
});

describe("corrections of earlier charges", () => {
  test("of one charge and currency are one line, as given, in their month", () => {
    const adjustments = [
      { corrects: "2025-04/usage/x", amount: "-1.005", month: "2025-05" },
      { corrects: "2025-04/usage/x", amount: "0.001", month: "2025-05" },
      { corrects: "2025-04/usage/x", amount: "7", currency: "JPY", month: "2025-05" },
      { corrects: null, amount: "3", month: "2025-06" },
    ];
    expect(lines({ contract: { adjustments, plan: [] } })).toEqual([
      "adjustment/adjustment/2025-04/usage/x 1 = 7 JPY",
      "adjustment/adjustment/2025-04/usage/x 2 = -1.00",
    ]);
  });
});

describe("taxes on the lines above", () => {
  const tax = (...entries: object[]) => ({ tax: entries });

  test("cover every line, Twilio's or third parties', by currency", () => {
    const some = [...events, fee("Telco", "5"), fee("Line", "40", "JPY")];
    const all = lines({
      contract: tax(
        { name: "A", percent: "0.1" },
        { name: "B", percent: "0.2", on: "third-party" },
        { name: "C", percent: "0.3", on: "twilio" },
      ),
      events: some,
    });
    expect(all.slice(3)).toEqual([
      "tax/tax/A 1 = 4 JPY",
      "tax/tax/A 1 = 1.50",
      "tax/tax/B 1 = 8 JPY",
      "tax/tax/B 1 = 1.00",
      "tax/tax/C 1 = 3.00",
    ]);
  });

  test("go with the side of what a correction corrects, and never on a tax", () => {
    const adjustments = [
      { corrects: "2025-04/third-party/third-party-voice/Telco", amount: "10", month: "2025-05" },
      { corrects: "tax/tax/A", amount: "100", month: "2025-05" },
      { corrects: null, amount: "1", month: "2025-05" },
    ];
    const contract = {
      ...tax(
        { name: "B", percent: "0.5", on: "third-party" },
        { name: "C", percent: "0.5", on: "twilio" },
        { name: "D", percent: "1" },
      ),
      adjustments,
      plan: [],
    };
    expect(lines({ contract }).slice(3)).toEqual(["tax/tax/B 1 = 5.00", "tax/tax/C 1 = 0.50", "tax/tax/D 1 = 11.00"]);
  });

  test("show one arithmetic for both ends where the lines are certain, and two where they are ranges", () => {
    const steps = (small: Parameters<typeof rated>[0]) =>
      rated({ ...small, contract: tax({ name: "A", percent: "0.1" }) })
        .charges.at(-1)
        ?.derivation.map(({ name }) => name);
    expect(steps({ events })).toEqual(["percentage", "line", "percent-of-base", "low", "high"]);
    expect(steps({ events: range, priceBook: [taskrouter] })).toEqual([
      ...["percentage", "line", "line-2", "base", "line-high", "line-high-2", "base-high"],
      ...["percent-of-base", "percent-of-base-2", "low", "high"],
    ]);
  });

  test("have no upper end where a covered line has none, even at 0 per cent", () => {
    expect(lines({ contract: tax({ name: "Z", percent: "0" }), events: unknown }).at(-1)).toBe("tax/tax/Z 1 = 0.00..?");
  });

  test("are no line where they cover none", () => {
    expect(lines({ contract: tax({ name: "B", percent: "0.2", on: "third-party" }), events })).toHaveLength(1);
  });
});
