import { describe, expect, test } from "vitest";
import { faults, outsideTheModel } from "../src/faults/index.ts";
import { laws } from "../src/laws/index.ts";
import { runLaw } from "../src/run/run-law.ts";
import { eventsOf } from "../src/run/shrink.ts";

/** A fault and one law that finds it: every fault and every law stands here. */
const finders = [
  ["identity.no-memory", "invariance.duplicate"],
  ["identity.by-content", "invariance.alike-is-not-the-same"],
  ["identity.last-wins", "invariance.conflict"],
  ["identity.silent-conflict", "invariance.conflict"],
  ["identity.late-dropped", "time.late"],
  ["identity.any-account", "invariance.other-accounts"],
  ["identity.second-lost", "invariance.permutation"],
  ["identity.adds-up", "invariance.idempotence"],
  ["third-party.ott-as-channel", "third-party.outside-other-lines"],
  ["third-party.in-the-allowance", "third-party.under-no-allowance"],
  ["third-party.in-the-minimum", "third-party.outside-the-minimum"],
  ["third-party.one-currency", "third-party.stands-alone"],
  ["third-party.rounded-each", "third-party.stands-alone"],
  ["third-party.unknown-is-zero", "third-party.unknown-fee"],
  ["third-party.marked-up", "third-party.stands-alone"],
  ["third-party.told-twice", "third-party.told-twice"],
  ["third-party.pstn-absorbed", "calls.pstn-never-included"],
  ["third-party.storage-included", "recording.storage-apart"],
  ["allowances.pooled", "allowances.nothing-moves"],
  ["allowances.unknown-is-zero", "range.contains-the-truth"],
  ["allowances.unknown-is-endless", "range.unknown-allowance"],
  ["allowances.free-units-again", "allowances.no-free-units"],
  ["allowances.nobody-is-included", "allowances.usage-of-nobody"],
  ["allowances.breach-removes", "breach.removes-nothing"],
  ["allowances.first-unit-free", "conservation.included-and-overage"],
  ["allowances.overage-free", "allowances.never-free-above"],
  ["range.turned-round", "range.low-and-high"],
  ["time.utc", "time.month-edges"],
  ["time.machine-zone", "time.month-edges"],
  ["time.winter-clock", "time.clock-change"],
  ["time.start-month", "time.period-split"],
  ["time.dated-by-end", "calls.minutes-of-legs"],
  ["time.rental-skips", "time.rental"],
  ["time.storage-level", "recording.storage-average"],
  ["time.edition-of-today", "edition.by-month"],
  ["time.end-included", "time.month-edges"],
  ["time.offset-ignored", "time.offset"],
  ["presence.summed", "presence.union"],
  ["presence.by-name", "presence.name"],
  ["presence.whole-minutes", "presence.union"],
  ["presence.whole-seconds", "presence.union"],
  ["seats.closed-interval", "seats.hand-over"],
  ["seats.at-month-end", "seats.peak"],
  ["seats.ever-held", "seats.peak"],
  ["seats.each-event", "seats.peak"],
  ["seats.no-commitment", "seats.committed"],
  ["seats.wrong-tier", "tiers.seats"],
  ["calls.failed-billed", "calls.failed"],
  ["calls.minutes-of-the-sum", "calls.minutes-of-legs"],
  ["tiers.volume", "tiers.graduated"],
  ["tiers.gap", "tiers.no-gap"],
  ["tiers.first-skipped", "tiers.equal-tiers"],
  ["prices.whole-cents", "rounding.once"],
  ["prices.capped", "monotone.price"],
  ["prices.of-the-year", "rounding.license-price"],
  ["prices.of-today", "plan.price-from"],
  ["plan.at-once", "plan.first-instant"],
  ["plan.adjusted-twice", "plan.adjustments"],
  ["plan.clipped-carry-over", "plan.adjustments"],
  ["plan.credit-twice", "plan.credit"],
  ["rounding.floats", "rounding.once"],
  ["rounding.half-even", "rounding.once"],
  ["rounding.two-places", "rounding.minor-units"],
  ["rounding.each-part", "invariance.split-usage"],
  ["usage.wraps", "monotone.usage"],
  ["usage.whole-units", "conservation.used"],
  ["usage.phantom", "conservation.nothing-used"],
  ["totals.without-fees", "conservation.totals"],
  ["totals.one-currency", "currency.never-mixed"],
  ["totals.refunded-minimum", "conservation.never-negative"],
] as const;

const lawOf = (id: string) => laws.filter((law) => law.id === id);
const faultOf = (id: string) => faults.filter((fault) => fault.id === id);

describe("the planted faults", () => {
  test("are at least 60, each found by a law, and every law finds one", () => {
    expect(faults.length).toBeGreaterThanOrEqual(60);
    expect(finders.map(([fault]) => fault).sort()).toEqual(faults.map(({ id }) => id).sort());
    expect([...new Set(finders.map(([, law]) => law))].sort()).toEqual(laws.map(({ id }) => id).sort());
  });

  test("restate at least 38 of the 46 public faults and say why the others are left out", () => {
    const planted = new Set(faults.flatMap(({ knownAs }) => knownAs));
    const all = Array.from({ length: 46 }, (_, index) => `KF-${String(index + 1).padStart(2, "0")}`);
    expect(planted.size).toBeGreaterThanOrEqual(38);
    expect([...planted, ...Object.keys(outsideTheModel)].sort()).toEqual(all);
  });

  test.each(finders)(
    "%s breaks %s within 600 cases and at most five events",
    { timeout: 60_000 },
    async (id, lawId) => {
      const [[law], [fault]] = [lawOf(lawId), faultOf(id)];
      if (law === undefined || fault === undefined) throw new Error(`No law ${lawId} or no fault ${id}`);
      const run = await runLaw(law, { name: id, rate: fault.rate }, { runs: 600, seed: 46 });
      expect(run.outcome).toBe("failed");
      if (run.outcome === "failed") expect(eventsOf(run.failure.exhibit.given)).toBeLessThanOrEqual(5);
    },
  );
});
