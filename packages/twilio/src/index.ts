export { type AccountFacts, accountDocument, balanceDocument } from "./account-document.ts";
export { type ApiKeyFacts, apiKeyDocument } from "./api-key.ts";
export { type CallFacts, callDocument, callStatuses, costText } from "./call-document.ts";
export { categoryById, leavesIn, totalPrice, type UsageCategory, usageCategories } from "./categories.ts";
export { type Categorised, categoryOf } from "./category-rules.ts";
export { type Counted, countedIn } from "./counted.ts";
export { addDays, addMonths, daysBetween, readDateFilter } from "./date-filter.ts";
export { type ErrorEnvelope, type ErrorName, errorEnvelope } from "./errors.ts";
export { knownMethods, unknownParameters } from "./known-parameters.ts";
export { isTestedResource, magicRefusal, type TestedResource } from "./magic-numbers.ts";
export { type MessageFacts, messageDocument } from "./message-document.ts";
export { type MomentTest, readMomentFilter } from "./moment-filter.ts";
export { type FlatPage, flatPage, flatPageText, type ListAddress, type MetaPage, metaPage } from "./page-envelope.ts";
export { type PageRequest, type PageSlice, readPageRequest, sliceByOffset, sliceBySid } from "./paging.ts";
export { type ResponseFacts, responseHeaders } from "./response-headers.ts";
export { type CallbackParameters, twilioSignature, withBodyDigest } from "./signature.ts";
export {
  type UsageRecord,
  type UsageRecordDocument,
  type UsageRecordList,
  usageRecordDocument,
  usageRecordLists,
  usageRecordSchema,
  usageRecordsPath,
} from "./usage-record.ts";
export { usageRecordText } from "./usage-record-text.ts";
export {
  defaultTriggerName,
  type Recurring,
  type TriggerBy,
  triggerCallback,
  type UsageTrigger,
  usageTriggerDocument,
} from "./usage-trigger.ts";
export { formatAsOf, formatIsoSeconds, formatRfc2822 } from "./wire-dates.ts";
