/** What can be wanted, in English: the end of the sentence "…; wanted …". `{name}` takes a param of the issue. */
export const wishesEn = {
  boolean: "true or false",
  currency: "an active ISO 4217 code such as USD",
  date: "a date such as 2025-04-01",
  decimal: 'a decimal such as "12.50"',
  "decimal-size": "at most 100 digits before and after the point",
  "event-type": "an event type of flexbill.events/1",
  exact: 'a decimal such as "12.50" or a fraction such as "1/3"',
  instant: "an instant with an offset, such as 2025-05-01T09:00:00Z",
  integer: "a whole number",
  list: "a list",
  map: "a mapping of names to values",
  month: "a month such as 2025-05",
  "non-negative-decimal": "a decimal of 0 or more",
  null: "null",
  number: "a number",
  "one-of": "one of {options}",
  "positive-decimal": "a decimal above 0",
  present: "the member to be given",
  string: "a text",
  "string-decimal": 'a decimal in quotes, such as "12.50"',
  "time-zone": "an IANA time zone such as Europe/Berlin",
  unique: "each only once",
  "utf-8": "a text in UTF-8",
} as const;

/** A wish of the catalogue. */
export type Wish = keyof typeof wishesEn;
