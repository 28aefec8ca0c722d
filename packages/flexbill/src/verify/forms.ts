/** Where failures are kept without `--failures`. */
export const defaultFailures = "flexbill-failures";

/** The forms of a report. */
export const reportFormats = ["text", "json", "junit", "github"] as const;
