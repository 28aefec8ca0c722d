import { compare, isPositive, minus, nothing, readDecimal, roundTo, times } from "../plain-rater/fraction.ts";
import type { RatingRequest } from "../request.ts";
import { correct, type Fault, free, isFair, plant, sum, text, withContract, withData, withLines } from "./planting.ts";

const markedUp = readDecimal("1.1");
const isFee = ({ kind }: { readonly kind: string }) => kind === "third-party";
const hasAllowance = ({ contract }: RatingRequest, wanted: string) =>
  (contract.allowances ?? []).some(({ product }) => product === wanted);

const isNamed = ({ contract, month }: RatingRequest) =>
  (contract.plan ?? []).some(({ model, from }) => model === "named-user" && (from ?? "") <= `${month}-01`);

/** The minimum less what third parties already cost. */
const lowered = withContract(({ commitment, currency }, request) => {
  if (!commitment) return {};
  const lines = (correct(request).charges ?? []).filter((line) => isFee(line) && line.currency === currency);
  const left = minus(readDecimal(commitment.monthlyMinimum), sum(lines.map(({ amount }) => amount.low)));
  return { commitment: { monthlyMinimum: compare(left, nothing) < 0 ? "0" : text(left) } };
});

/** Fees of others, and what stands apart from every allowance. */
export const thirdPartyFaults: readonly Fault[] = [
  plant("third-party.ott-as-channel", "KF-14", "A message of another app with a fee counts as a channel message too", {
    asked: withData("dev.flexbill.message", (data) =>
      data.channel === "ott" && data.provider ? { ...data, channel: "whatsapp" } : data,
    ),
  }),
  plant("third-party.in-the-allowance", "KF-14", "An allowance for messages covers the providers' fees", {
    answered: withLines((line, request) =>
      line.product === "third-party-messaging" &&
      line.currency === request.contract.currency &&
      hasAllowance(request, "channels-messages")
        ? free(line)
        : line,
    ),
  }),
  plant("third-party.in-the-minimum", "KF-13", "Fees of third parties count towards the minimum", { asked: lowered }),
  plant("third-party.one-currency", "KF-38", "A fee for voice is added in the account's currency, whatever its own", {
    asked: withData("dev.flexbill.fee", (data, { contract }) =>
      data.product === "third-party-voice" ? { ...data, currency: contract.currency } : data,
    ),
  }),
  plant("third-party.rounded-each", "KF-06", "Each fee is rounded before they are added", {
    asked: withData("dev.flexbill.fee", (data) => ({
      ...data,
      amount: text(roundTo(readDecimal(data.amount), 2, "half-up")),
    })),
  }),
  plant("third-party.unknown-is-zero", "KF-31", "Fees in dollars of which none is known are shown as zero", {
    answered: withLines((line) =>
      isFee(line) && line.currency === "USD" && line.amount.high === null && !isPositive(readDecimal(line.amount.low))
        ? free(line)
        : line,
    ),
  }),
  plant("third-party.marked-up", "", "A tenth is added to what a provider of voice asks", {
    asked: withData("dev.flexbill.fee", (data) => ({
      ...data,
      amount: data.product === "third-party-voice" ? text(times(readDecimal(data.amount), markedUp)) : data.amount,
    })),
  }),
  plant(
    "third-party.told-twice",
    "",
    "A fee told in its message and by itself is charged twice, in the account's own currency",
    {
      asked: withData("dev.flexbill.fee", (data, { contract }) =>
        data.currency === contract.currency ? { ...data, reference: null } : data,
      ),
    },
  ),
  plant("third-party.in-the-seat", "", "A seat's price covers the fees of a provider of virtual agents", {
    answered: withLines((line, request) =>
      line.product === "third-party-virtual-agent" && isNamed(request) ? free(line) : line,
    ),
  }),
  plant("third-party.pstn-absorbed", "KF-15", "The voice platform's allowance absorbs the network's minutes", {
    answered: withLines((line, request) => {
      const covered = isFair(request) && hasAllowance(request, "programmable-voice-platform");
      return covered && line.product.startsWith("pstn-voice-") ? free(line) : line;
    }),
  }),
  plant("third-party.storage-included", "KF-16", "Storage is included where recording is", {
    answered: withLines((line, request) =>
      line.product === "recording-storage" && hasAllowance(request, "call-recording") ? free(line) : line,
    ),
  }),
];
