/** A test of attributes, made of an expression. */
export type AttributeTest = (attributes: unknown) => boolean;

type Value = string | number | boolean | null | readonly Value[];
type Read = (attributes: unknown) => Value | undefined;

const words =
  /\s*(?:(==|!=|<>|>=|<=|=|>|<|\(|\)|\[|\]|,)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.-]*))/y;

interface Token {
  readonly kind: "sign" | "text" | "number" | "word";
  readonly text: string;
}

/**
 * Reads one of TaskRouter's expressions over attributes: comparisons with `==`, `!=`, `>`, `<`, `>=`, `<=`, `HAS`, `IN`,
 * `NOT IN` and `CONTAINS`, joined by `AND`, `OR`, `NOT` and brackets. An attribute that is not there equals nothing.
 * Undefined where the text is no such expression.
 *
 * @example
 * ```ts
 * attributeTest('languages HAS "ja" AND level >= 3')?.({ languages: ["en", "ja"], level: 4 }); // true
 * ```
 */
export function attributeTest(text: string): AttributeTest | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = createReader(tokens);
  const test = either(reader, 0);
  return test !== undefined && reader.isAtEnd() ? test : undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  words.lastIndex = 0;
  while (words.lastIndex < trimmed.length) {
    const [found, sign, double, single, number, word] = words.exec(trimmed) ?? [];
    if (found === undefined) return undefined;
    const quoted = double ?? single;
    if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.replace(/\\(.)/g, "$1") });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else tokens.push({ kind: "word", text: word ?? "" });
  }
  return tokens;
}

interface Reader {
  /** Takes the next token where it is the sign or word given, in any case. */
  takes(...wanted: readonly string[]): boolean;
  next(): Token | undefined;
  isAtEnd(): boolean;
}

function createReader(tokens: readonly Token[]): Reader {
  let at = 0;
  const is = (token: Token | undefined, wanted: string) =>
    token !== undefined && token.kind !== "text" && token.text.toUpperCase() === wanted;
  return {
    takes: (...wanted) => {
      if (!wanted.every((each, index) => is(tokens[at + index], each))) return false;
      at += wanted.length;
      return true;
    },
    next: () => tokens[at++],
    isAtEnd: () => at >= tokens.length,
  };
}

const deepest = 50;

function either(reader: Reader, depth: number): AttributeTest | undefined {
  let test = both(reader, depth);
  while (test !== undefined && reader.takes("OR")) {
    const [left, right] = [test, both(reader, depth)];
    test = right && ((attributes) => left(attributes) || right(attributes));
  }
  return test;
}

function both(reader: Reader, depth: number): AttributeTest | undefined {
  let test = single(reader, depth);
  while (test !== undefined && reader.takes("AND")) {
    const [left, right] = [test, single(reader, depth)];
    test = right && ((attributes) => left(attributes) && right(attributes));
  }
  return test;
}

function single(reader: Reader, depth: number): AttributeTest | undefined {
  if (depth > deepest) return undefined;
  if (reader.takes("NOT")) {
    const test = single(reader, depth + 1);
    return test && ((attributes) => !test(attributes));
  }
  if (!reader.takes("(")) return comparison(reader);
  const inner = either(reader, depth + 1);
  return reader.takes(")") ? inner : undefined;
}

type Compare = (left: Value | undefined, right: Value | undefined) => boolean;

const isSame: Compare = (left, right) => left !== undefined && left === right;
const holds: Compare = (list, value) => Array.isArray(list) && list.includes(value);
const ordered = (test: (sign: number) => boolean): Compare => {
  return (left, right) =>
    (typeof left === "number" && typeof right === "number") || (typeof left === "string" && typeof right === "string")
      ? test(left < right ? -1 : left > right ? 1 : 0)
      : false;
};

const signs: readonly (readonly [readonly string[], Compare])[] = [
  [["NOT", "IN"], (value, list) => !holds(list, value)],
  [["IN"], (value, list) => holds(list, value)],
  [["HAS"], holds],
  [["CONTAINS"], (text, part) => holds(text, part) || (typeof text === "string" && text.includes(String(part)))],
  [["=="], isSame],
  [["="], isSame],
  [["!="], (left, right) => !isSame(left, right)],
  [["<>"], (left, right) => !isSame(left, right)],
  [[">="], ordered((sign) => sign >= 0)],
  [["<="], ordered((sign) => sign <= 0)],
  [[">"], ordered((sign) => sign > 0)],
  [["<"], ordered((sign) => sign < 0)],
];

function comparison(reader: Reader): AttributeTest | undefined {
  const left = operand(reader);
  const compare = left && signs.find(([sign]) => reader.takes(...sign))?.[1];
  const right = compare && operand(reader);
  if (left === undefined || compare === undefined || right === undefined) return undefined;
  return (attributes) => compare(left(attributes), right(attributes));
}

function operand(reader: Reader): Read | undefined {
  if (reader.takes("[")) return listOperand(reader);
  const token = reader.next();
  if (token === undefined || token.kind === "sign") return undefined;
  if (token.kind === "text") return () => token.text;
  if (token.kind === "number") return () => Number(token.text);
  const constant = { TRUE: true, FALSE: false, NULL: null }[token.text.toUpperCase()];
  if (constant !== undefined) return () => constant;
  const path = token.text.split(".");
  return (attributes) => path.reduce<unknown>(memberOf, attributes) as Value | undefined;
}

function listOperand(reader: Reader): Read | undefined {
  const items: Read[] = [];
  if (reader.takes("]")) return () => [];
  for (;;) {
    const item = operand(reader);
    if (item === undefined) return undefined;
    items.push(item);
    if (reader.takes("]")) return (attributes) => items.map((each) => each(attributes) ?? null);
    if (!reader.takes(",")) return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
