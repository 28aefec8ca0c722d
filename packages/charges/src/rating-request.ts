import { inside, instantText, type Located, located, monthText, parseWith, readJsonLine } from "@flexbill/documents";
import { fail, type Instant, type Issue, issue, type Month, ok, type Result } from "@flexbill/kernel";
import { type PriceBook, parsePriceBook, priceEntrySchema, shippedBook, shippedBookIds } from "@flexbill/products";
import { type Contract, contractSchema, parseContract } from "@flexbill/terms";
import { eventSchema, type FlexEvent, parseEvent } from "@flexbill/usage";
import { z } from "zod";

/** One rating request, read: everything that `rateEvents` takes. */
export interface RatingRequest {
  readonly contract: Contract;
  readonly events: readonly FlexEvent[];
  readonly priceBook: PriceBook;
  readonly month: Month;
  readonly asOf?: Instant;
}

/** The members of a request beside the documents in it, which have schemas of their own (formats.md section 8). */
const envelopeSchema = z.object({
  contract: z.record(z.string(), z.unknown()),
  events: z.array(z.unknown()),
  priceBook: z.union([z.string(), z.array(z.unknown())]).nullish(),
  month: monthText,
  asOf: instantText.nullish(),
});

/**
 * A whole request with the documents in it, for those who write one: `readRequest` finds what this describes, and what
 * the documents say about themselves besides.
 */
export const ratingRequestSchema = z.object({
  id: z.unknown(),
  contract: contractSchema,
  events: z.array(eventSchema),
  priceBook: z.union([z.string(), z.array(priceEntrySchema)]).nullish(),
  month: monthText,
  asOf: instantText.nullish(),
});

/** A request as it came, with its id: null where it has none, or could not be read. */
export interface OpenedRequest {
  readonly id: unknown;
  readonly request: Result<RatingRequest>;
}

/** How the documents in a request are read. */
export interface DocumentReader {
  readonly contract: (source: Located) => Result<Contract>;
  readonly priceBook: (source: Located) => Result<PriceBook>;
}

const eachAnew: DocumentReader = { contract: parseContract, priceBook: parsePriceBook };

/**
 * Reads each contract and each list of prices once, however many requests hold it. They are told apart as objects, so
 * whoever gives one promises to leave it as it is.
 */
export function rememberingReader(): DocumentReader {
  return { contract: onceEach(parseContract), priceBook: onceEach(parsePriceBook) };
}

function onceEach<T>(read: (source: Located) => Result<T>): (source: Located) => Result<T> {
  const known = new WeakMap<object, Result<T>>();
  return (source) => {
    const { value } = source;
    if (typeof value !== "object" || value === null) return read(source);
    const result = known.get(value) ?? read(source);
    known.set(value, result);
    return result;
  };
}

/** Reads a request: a line of JSON, or the value that such a line holds. Every problem comes at once. */
export function readRequest(line: unknown, reader: DocumentReader = eachAnew): OpenedRequest {
  const source = typeof line === "string" ? readJsonLine(line) : ok(located(line));
  if (!source.ok) return { id: null, request: source };
  const id = inside(source.value, "id").value ?? null;
  return { id, request: requestOf(source.value, reader) };
}

function requestOf(source: Located, reader: DocumentReader): Result<RatingRequest> {
  const envelope = parseWith(envelopeSchema, source, { unknownMembers: "ignore" });
  const contract = within("/contract", reader.contract(inside(source, "contract")));
  const book = bookOf(source, reader);
  const events = eventsOf(source);
  const issues = [envelope, contract, book, events].flatMap((part) => part.issues);
  if (!envelope.ok || !contract.ok || !book.ok || !events.ok) return fail(issues);
  const { month, asOf } = envelope.value;
  const documents = { contract: contract.value, events: events.value, priceBook: book.value, month };
  return ok(asOf === null || asOf === undefined ? documents : { ...documents, asOf }, issues);
}

function within<T>(prefix: string, result: Result<T>): Result<T> {
  const issues = result.issues.map((found) => ({ ...found, path: `${prefix}${found.path}` }));
  return result.ok ? ok(result.value, issues) : fail(issues);
}

/** The entries given, or the shipped book named: by the request, else by the contract. Nothing named, no list prices. */
function bookOf(source: Located, reader: DocumentReader): Result<PriceBook> {
  const given = inside(source, "priceBook");
  if (Array.isArray(given.value)) return within("/priceBook", reader.priceBook(given));
  if (typeof given.value === "string") return namedBook(given.value, "/priceBook");
  const own = inside(source, "contract", "prices", "book").value;
  return typeof own === "string" ? namedBook(own, "/contract/prices/book") : ok(noBook);
}

const noBook: PriceBook = { id: "none", entries: [] };

function namedBook(name: string, path: string): Result<PriceBook> {
  const book = shippedBook(name);
  if (book !== undefined) return ok(book);
  const params = { options: shippedBookIds.join(", ") };
  return fail([issue("schema.value", { path, found: name, wanted: "one-of", params })]);
}

function eventsOf(source: Located): Result<readonly FlexEvent[]> {
  const { value } = inside(source, "events");
  const events: FlexEvent[] = [];
  const issues: Issue[] = [];
  for (const [index, each] of (Array.isArray(value) ? value : []).entries()) {
    const event = parseEvent(each);
    if (event.ok) events.push(event.value);
    issues.push(...within(`/events/${index}`, event).issues);
  }
  return issues.some((found) => found.severity === "error") ? fail(issues) : ok(events, issues);
}
