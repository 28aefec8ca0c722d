/** A suggestion of the parser of the command line without the quotes that it comes in. */
export const unquoted = (suggestion: string): string => suggestion.replace(/^`(.*)`$/, "$1");

/** An option as it is written on the command line; the name of an argument, in capitals, as it is. */
export const written = (name: string): string => (name === name.toUpperCase() ? name : `--${name}`);
