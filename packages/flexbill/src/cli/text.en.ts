import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en as textEn,
} from "@stricli/core";
import { faultText } from "../faults.ts";
import { unquoted, written } from "./unquoted.ts";

/** The command line's own words in English: sentences, no stack traces. */
export const textEnglish: ApplicationText = {
  ...textEn,
  exceptionWhileLoadingCommandFunction: (error) => faultText(error, "en"),
  exceptionWhileLoadingCommandContext: (error) => faultText(error, "en"),
  exceptionWhileRunningCommand: (error) => faultText(error, "en"),
  noCommandRegisteredForInput: ({ input, corrections }) =>
    `There is no command "${input}"${corrections.length === 0 ? "" : `; did you mean ${corrections.map(unquoted).join(" or ")}?`}`,
  exceptionWhileParsingArguments: (error) =>
    error instanceof ArgumentScannerError
      ? formatMessageForArgumentScannerError(error, {
          FlagNotFoundError: ({ input, corrections }) =>
            `There is no option --${input}${corrections.length === 0 ? "" : `; did you mean ${corrections.map((one) => `--${unquoted(one)}`).join(" or ")}?`}`,
          AliasNotFoundError: ({ input }) => `There is no option -${input}`,
          ArgumentParseError: ({ externalFlagNameOrPlaceholder, exception }) =>
            `${written(externalFlagNameOrPlaceholder)}: ${exception instanceof Error ? exception.message : String(exception)}`,
          EnumValidationError: ({ externalFlagName, input, values }) =>
            `--${externalFlagName}: "${input}" is not possible; wanted one of ${values.join(", ")}`,
          UnexpectedPositionalError: ({ expectedCount, input }) =>
            `Too many arguments (at most ${expectedCount}): "${input}"`,
          UnsatisfiedFlagError: ({ externalFlagName }) => `--${externalFlagName} needs a value`,
          UnsatisfiedPositionalError: ({ placeholder }) => `The argument ${placeholder} is missing`,
        })
      : String(error),
};
