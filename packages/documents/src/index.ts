export { decodeText } from "./decode-text.ts";
export { jsonSchemaOf } from "./json-schema.ts";
export { inside, type Located, located, memberOf, type PlaceOf } from "./located.ts";
export { changesBetween, nearest } from "./nearest.ts";
export { issuesOf, type ParseOptions, parseWith } from "./parse-with.ts";
export { type Path, pointerOf } from "./pointer.ts";
export { type CsvReader, type CsvRow, type CsvTrouble, createCsvReader } from "./read-csv.ts";
export { readJson, readJsonLine, type TextOptions } from "./read-json.ts";
export { readYaml } from "./read-yaml.ts";
export { shown } from "./shown.ts";
export { inTextOrder } from "./text-order.ts";
export {
  currencyText,
  dateText,
  decimalText,
  instantText,
  monthText,
  nameText,
  nonEmptyText,
  nonNegativeDecimalText,
  positiveDecimalText,
  timeZoneText,
} from "./texts.ts";
export { type Complaint, complaintIn, wish } from "./wish.ts";
