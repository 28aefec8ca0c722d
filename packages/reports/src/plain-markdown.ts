/** A text that Markdown takes as it is, in a line or in a cell of a table. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, " ")
    .replace(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}
