import { scramble } from "../chance/random.ts";

/** The four hexadecimal digits of every 16-bit number, made when they are first needed. */
const quads: string[] = new Array(0x1_0000);

function quad(value: number): string {
  const known = quads[value];
  if (known !== undefined) return known;
  const text = value.toString(16).padStart(4, "0");
  quads[value] = text;
  return text;
}

const word = (value: number): string => quad(value >>> 16) + quad(value & 0xffff);

/** An identifier of Twilio's form: two letters and 32 hexadecimal digits, from two words and a number. */
export function sidOf(prefix: string, high: number, low: number, number: number): string {
  return prefix + word(high) + word(low) + word(scramble(high + number)) + word(scramble(low ^ number));
}
