import { productById } from "@flexbill/products";

/** The clause that lists a Standard Product, T-13 to T-32. */
export function productClauses(product: string): readonly string[] {
  const clause = productById(product)?.clause;
  return clause === undefined ? [] : [clause];
}

const separate: Readonly<Record<string, readonly string[]>> = {
  "mms-inbound": ["T-36"],
  "mms-outbound": ["T-36"],
  "pstn-voice-inbound": ["T-38"],
  "pstn-voice-outbound": ["T-38"],
  "recording-storage": ["T-33"],
  "sms-inbound": ["T-36"],
  "sms-outbound": ["T-36"],
};

/** Why a product is charged apart: a footnote of the list says so, or it is not included at all (T-10, T-12). */
export function usageClauses(product: string): readonly string[] {
  const listed = productClauses(product);
  return [...listed, ...(separate[product] ?? (listed.length > 0 ? ["T-10"] : ["T-12"]))];
}
