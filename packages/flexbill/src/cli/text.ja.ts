import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en as textEn,
} from "@stricli/core";
import { faultText } from "../faults.ts";
import { unquoted, written } from "./unquoted.ts";

/** The command line's own words in Japanese. */
export const textJa: ApplicationText = {
  ...textEn,
  exceptionWhileLoadingCommandFunction: (error) => faultText(error, "ja"),
  exceptionWhileLoadingCommandContext: (error) => faultText(error, "ja"),
  exceptionWhileRunningCommand: (error) => faultText(error, "ja"),
  keywords: { default: "既定 =", separator: "区切り =" },
  headers: { usage: "使い方", aliases: "別名", commands: "コマンド", flags: "オプション", arguments: "引数" },
  briefs: {
    help: "この説明を表示して終わる",
    helpAll: "隠れたものも含めて説明を表示して終わる",
    version: "バージョンを表示して終わる",
    argumentEscapeSequence: "これより後はすべて引数とみなす",
  },
  noCommandRegisteredForInput: ({ input, corrections }) => {
    const meant = corrections.length === 0 ? "" : `。もしかして：${corrections.map(unquoted).join("、")}`;
    return `「${input}」というコマンドはありません${meant}`;
  },
  exceptionWhileParsingArguments: (error) =>
    error instanceof ArgumentScannerError
      ? formatMessageForArgumentScannerError(error, {
          FlagNotFoundError: ({ input, corrections }) =>
            `オプション --${input} はありません${corrections.length === 0 ? "" : `。もしかして：${corrections.map((one) => `--${unquoted(one)}`).join("、")}`}`,
          AliasNotFoundError: ({ input }) => `オプション -${input} はありません`,
          ArgumentParseError: ({ externalFlagNameOrPlaceholder, exception }) =>
            `${written(externalFlagNameOrPlaceholder)}：${exception instanceof Error ? exception.message : String(exception)}`,
          EnumValidationError: ({ externalFlagName, input, values }) =>
            `--${externalFlagName}：「${input}」は使えません。次のどれかを指定してください：${values.join("、")}`,
          InvalidNegatedFlagSyntaxError: ({ externalFlagName, valueText }) =>
            `--${externalFlagName} に値「${valueText}」は付けられません`,
          UnexpectedFlagError: ({ externalFlagName, previousInput, input }) =>
            `--${externalFlagName} は1度だけ指定してください（「${previousInput}」と「${input}」）`,
          UnexpectedPositionalError: ({ expectedCount, input }) =>
            `引数が多すぎます（最大${expectedCount}個）：「${input}」`,
          UnsatisfiedFlagError: ({ externalFlagName }) => `--${externalFlagName} に値が必要です`,
          UnsatisfiedPositionalError: ({ placeholder }) => `引数 ${placeholder} がありません`,
        })
      : String(error),
};
