import type { Law } from "../law.ts";
import { activityNamesAreNothing } from "./activity-names-are-nothing.ts";
import { adjustmentsAsGiven } from "./adjustments-as-given.ts";
import { askedTwice } from "./asked-twice.ts";
import { breachRemovesNothing } from "./breach-removes-nothing.ts";
import { callsAreMinutes } from "./calls-are-minutes.ts";
import { clockChanges } from "./clock-changes.ts";
import { committedSeats } from "./committed-seats.ts";
import { creditOnce } from "./credit-once.ts";
import { currenciesStayApart } from "./currencies-stay-apart.ts";
import { deliveryTimeIsNothing } from "./delivery-time-is-nothing.ts";
import { editionOfTheMonth } from "./edition-of-the-month.ts";
import { equalTiersAreOnePrice } from "./equal-tiers-are-one-price.ts";
import { explanationRecomputes } from "./explanation-recomputes.ts";
import { failedCallsAreFree } from "./failed-calls-are-free.ts";
import { feeToldTwice } from "./fee-told-twice.ts";
import { filesAddUp } from "./files-add-up.ts";
import { filesThatOverlap } from "./files-that-overlap.ts";
import { firstToldStands } from "./first-told-stands.ts";
import { higherPriceIsNotCheaper } from "./higher-price-is-not-cheaper.ts";
import { includedAndOverage } from "./included-and-overage.ts";
import { intervalsInPieces } from "./intervals-in-pieces.ts";
import { licensePriceIsExact } from "./license-price-is-exact.ts";
import { longAndShortDays } from "./long-and-short-days.ts";
import { lowIsNotAboveHigh } from "./low-is-not-above-high.ts";
import { messagesWithoutFees } from "./messages-without-fees.ts";
import { minimumIgnoresThirdParties } from "./minimum-ignores-third-parties.ts";
import { minorUnitsOfTheCurrency } from "./minor-units-of-the-currency.ts";
import { monthEdges } from "./month-edges.ts";
import { monthsShareAnInterval } from "./months-share-an-interval.ts";
import { moreUsageIsNotCheaper } from "./more-usage-is-not-cheaper.ts";
import { namesAreNothing } from "./names-are-nothing.ts";
import { neverNegative } from "./never-negative.ts";
import { noUsageFixedLines } from "./no-usage-fixed-lines.ts";
import { nobodysUsageIsApart } from "./nobodys-usage-is-apart.ts";
import { nothingMovesBetweenUsers } from "./nothing-moves-between-users.ts";
import { offsetIsNothing } from "./offset-is-nothing.ts";
import { orderIsNothing } from "./order-is-nothing.ts";
import { orderOfEntriesIsNothing } from "./order-of-entries-is-nothing.ts";
import { othersAccountsAreOthers } from "./others-accounts-are-others.ts";
import { overageCosts } from "./overage-costs.ts";
import { overageHasNoFreeUnits } from "./overage-has-no-free-units.ts";
import { peakOfSeats } from "./peak-of-seats.ts";
import { planWaitsForItsMonth } from "./plan-waits-for-its-month.ts";
import { priceWaitsForItsMonth } from "./price-waits-for-its-month.ts";
import { pstnIsNeverIncluded } from "./pstn-is-never-included.ts";
import { rangeContainsThePrice } from "./range-contains-the-price.ts";
import { rangeContainsTruth } from "./range-contains-truth.ts";
import { ratesAddUp } from "./rates-add-up.ts";
import { rentalEveryMonth } from "./rental-every-month.ts";
import { roundedOnceAndLast } from "./rounded-once-and-last.ts";
import { sameContentTwice } from "./same-content-twice.ts";
import { seatTiersBeginWhereTheySay } from "./seat-tiers-begin-where-they-say.ts";
import { seatsChangeHands } from "./seats-change-hands.ts";
import { storageIsAnAverage } from "./storage-is-an-average.ts";
import { storageStandsApart } from "./storage-stands-apart.ts";
import { thirdPartyStandsAlone } from "./third-party-stands-alone.ts";
import { thirdPartyUnderEveryPlan } from "./third-party-under-every-plan.ts";
import { thirdPartyUnderNoAllowance } from "./third-party-under-no-allowance.ts";
import { tiersAreGraduated } from "./tiers-are-graduated.ts";
import { tiersHaveNoGap } from "./tiers-have-no-gap.ts";
import { toldTwiceCountsOnce } from "./told-twice-counts-once.ts";
import { totalsAreSums } from "./totals-are-sums.ts";
import { unionOfPresence } from "./union-of-presence.ts";
import { unknownAllowanceIsARange } from "./unknown-allowance-is-a-range.ts";
import { unknownFeeIsUnknown } from "./unknown-fee-is-unknown.ts";
import { usagePartsAddUp } from "./usage-parts-add-up.ts";
import { usedIsBilled } from "./used-is-billed.ts";

/** Every law, in the order in which `verify` runs them. */
export const laws: readonly Law[] = [
  totalsAreSums,
  usedIsBilled,
  includedAndOverage,
  filesAddUp,
  ratesAddUp,
  explanationRecomputes,
  thirdPartyStandsAlone,
  thirdPartyUnderNoAllowance,
  thirdPartyUnderEveryPlan,
  minimumIgnoresThirdParties,
  unknownFeeIsUnknown,
  messagesWithoutFees,
  feeToldTwice,
  nothingMovesBetweenUsers,
  overageCosts,
  unknownAllowanceIsARange,
  rangeContainsTruth,
  rangeContainsThePrice,
  overageHasNoFreeUnits,
  nobodysUsageIsApart,
  breachRemovesNothing,
  storageStandsApart,
  orderIsNothing,
  orderOfEntriesIsNothing,
  namesAreNothing,
  toldTwiceCountsOnce,
  filesThatOverlap,
  intervalsInPieces,
  firstToldStands,
  sameContentTwice,
  othersAccountsAreOthers,
  deliveryTimeIsNothing,
  offsetIsNothing,
  askedTwice,
  neverNegative,
  lowIsNotAboveHigh,
  noUsageFixedLines,
  tiersAreGraduated,
  tiersHaveNoGap,
  equalTiersAreOnePrice,
  seatTiersBeginWhereTheySay,
  usagePartsAddUp,
  moreUsageIsNotCheaper,
  higherPriceIsNotCheaper,
  roundedOnceAndLast,
  minorUnitsOfTheCurrency,
  licensePriceIsExact,
  currenciesStayApart,
  monthEdges,
  clockChanges,
  longAndShortDays,
  unionOfPresence,
  activityNamesAreNothing,
  monthsShareAnInterval,
  planWaitsForItsMonth,
  priceWaitsForItsMonth,
  adjustmentsAsGiven,
  creditOnce,
  peakOfSeats,
  seatsChangeHands,
  committedSeats,
  callsAreMinutes,
  pstnIsNeverIncluded,
  failedCallsAreFree,
  storageIsAnAverage,
  rentalEveryMonth,
  editionOfTheMonth,
];
