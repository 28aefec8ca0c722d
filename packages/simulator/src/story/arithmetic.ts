import { add, type Decimal, formatDecimal, max, min, multiply, parseDecimal, subtract } from "@flexbill/kernel";

/**
 * What a line of arithmetic comes to, exactly: decimals, `+ - *`, brackets, `min(a, b)` and `max(a, b)`. Undefined where
 * it is none.
 *
 * @example
 * ```ts
 * arithmetic("3 * 150.00 + max(0, 5 - 8)"); // "450"
 * ```
 */
export function arithmetic(text: string): string | undefined {
  const words = text.match(/\d+(?:\.\d+)?|min|max|[-+*(),]|\S/g) ?? [];
  const read = sum(words, 0);
  return read === undefined || read.next !== words.length ? undefined : formatDecimal(read.value);
}

/** A value, and the number of the word behind it. */
interface Read {
  readonly value: Decimal;
  readonly next: number;
}

type Words = readonly string[];

function sum(words: Words, start: number): Read | undefined {
  let left = product(words, start);
  while (left !== undefined && (words[left.next] === "+" || words[left.next] === "-")) {
    const { value, next } = left;
    const right = product(words, next + 1);
    const join = words[next] === "+" ? add : subtract;
    left = right && { value: join(value, right.value), next: right.next };
  }
  return left;
}

function product(words: Words, start: number): Read | undefined {
  let left = factor(words, start);
  while (left !== undefined && words[left.next] === "*") {
    const { value, next } = left;
    const right = factor(words, next + 1);
    left = right && { value: multiply(value, right.value), next: right.next };
  }
  return left;
}

function factor(words: Words, start: number): Read | undefined {
  const word = words[start] ?? "";
  if (word === "(") return closed(words, sum(words, start + 1));
  if (word === "min" || word === "max") return chosen(words, start, word === "min" ? min : max);
  const value = parseDecimal(word);
  return value.ok && /^\d/.test(word) ? { value: value.value, next: start + 1 } : undefined;
}

function chosen(words: Words, start: number, choose: (a: Decimal, b: Decimal) => Decimal): Read | undefined {
  const one = words[start + 1] === "(" ? sum(words, start + 2) : undefined;
  const other = one !== undefined && words[one.next] === "," ? sum(words, one.next + 1) : undefined;
  return one && other && closed(words, { value: choose(one.value, other.value), next: other.next });
}

function closed(words: Words, inner: Read | undefined): Read | undefined {
  return inner !== undefined && words[inner.next] === ")" ? { ...inner, next: inner.next + 1 } : undefined;
}
