/** A row of a table in Markdown. */
export const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The head of a table in Markdown, and the line below it. */
export const headOf = (names: readonly string[]): string => [row(names), row(names.map(() => "---"))].join("\n");
