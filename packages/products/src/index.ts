export { checkBook } from "./check-book.ts";
export { entryIssues } from "./entry-issues.ts";
export { type PriceBook, type PriceSource, parsePriceBook, priceBookSchema } from "./price-book.ts";
export { type PriceEntry, priceEntrySchema, rateNameOf, type Tier } from "./price-entry.ts";
export { findPrice, type PricedRow, type PriceList, priceList, successor } from "./price-list.ts";
export {
  type Footnote,
  isStandard,
  nearestProduct,
  type Product,
  productById,
  products,
  unitOf,
  unitsOf,
} from "./product.ts";
export { searchCatalog } from "./search-catalog.ts";
export { shippedBook, shippedBookIds } from "./shipped-books.ts";
export { type SmsSegments, segments } from "./sms-segments.ts";
export {
  type CategoryEvidence,
  type CategoryUnits,
  childrenOf,
  containersOf,
  isKnownCategory,
  leavesOf,
  noiseCategories,
  productsInCategory,
  type RollUp,
  rollUps,
  unitsOfCategory,
  usageCategories,
} from "./usage-category.ts";
