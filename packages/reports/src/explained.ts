import type { Charge, Invoice } from "@flexbill/charges";
import type { Speech } from "./speech.ts";
import type { Style } from "./style.ts";

/** What every part of an explanation is written with. */
export interface Explained {
  readonly invoice: Invoice;
  readonly charge: Charge;
  readonly speech: Speech;
  readonly style: Style;
  readonly width: number;
}
