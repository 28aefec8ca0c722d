import type { Paper } from "./invoice-format.ts";

const sizes: Readonly<Record<Paper, string>> = { a4: "A4", letter: "letter" };

/** A text inside quotes of CSS; whatever could end them, or the element around them, is written as its number. */
const cssText = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ,.:-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? "20"} `);

/** The style of a printed invoice: page size, page numbers, the title at the foot of each page. */
export function htmlStyle(paper: Paper, title: string): string {
  return `@page {
  size: ${sizes[paper]};
  margin: 16mm 15mm 18mm;
  @bottom-left { content: "${cssText(title)}"; font: 8pt sans-serif; color: #555; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; }
}
:root { color-scheme: light; }
body {
  font: 10pt/1.45 system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, sans-serif;
  color: #111; background: #fff; max-width: 190mm; margin: 0 auto; padding: 8mm;
}
article + article { break-before: page; margin-top: 20mm; }
h1 { font-size: 18pt; margin: 0 0 4mm; }
h2 { font-size: 12pt; margin: 7mm 0 2mm; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
tr { break-inside: avoid; }
th, td { padding: 1.2mm 2mm; text-align: left; vertical-align: top; border-bottom: 0.2mm solid #ddd; overflow-wrap: anywhere; }
thead th { color: #555; font-weight: normal; border-bottom: 0.4mm solid #111; }
.kind th { padding-top: 3mm; break-after: avoid; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tfoot th, tfoot td { border-bottom: 0; border-top: 0.4mm solid #111; }
small { color: #555; font-size: 8pt; }
.id { font-family: ui-monospace, monospace; font-size: 7pt; }
sup { font-size: 7pt; margin-left: 1mm; }
sup a { color: inherit; text-decoration: none; }
.remark { color: #555; font-size: 9pt; margin: 1mm 0 2mm; }
.third-party { border: 0.3mm solid #999; padding: 0 4mm 3mm; margin-top: 7mm; }
.totals { margin-top: 7mm; break-inside: avoid; }
.totals th, .totals td { font-size: 13pt; font-weight: bold; border-bottom: 0; border-top: 0.6mm solid #111; }
.assumptions dl { grid-template-columns: minmax(40mm, max-content) 1fr; font-size: 8.5pt; }
.issues ul, .footnotes ol { font-size: 8.5pt; padding-left: 6mm; margin: 0; }
.issues li, .footnotes li { margin-bottom: 1mm; overflow-wrap: anywhere; }
.error strong { color: #a00; }
@media print { body { max-width: none; padding: 0; margin: 0; } article + article { margin-top: 0; } }
`;
}
