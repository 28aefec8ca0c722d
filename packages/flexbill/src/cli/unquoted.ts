/** A suggestion of the parser of the command line without the quotes that it comes in. */
export const unquoted = (suggestion: string): string => suggestion.replace(/^`(.*)`$/, "$1");
