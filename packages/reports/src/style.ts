/** Marks a text for a terminal, or leaves it as it is. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly alarm: (text: string) => string;
}

const marked =
  (on: number, off: number) =>
  (text: string): string =>
    text === "" ? text : `\u001b[${on}m${text}\u001b[${off}m`;

const plain = (text: string): string => text;

/** Styles for a terminal with colours, or none at all. */
export const styleOf = (colour: boolean): Style =>
  colour
    ? { strong: marked(1, 22), faint: marked(2, 22), warn: marked(33, 39), alarm: marked(31, 39) }
    : { strong: plain, faint: plain, warn: plain, alarm: plain };
