/** A package whose tests are measured, and the least share of its mutants that they must find, in hundredths. */
export interface Measured {
  readonly name: string;
  readonly bar: number;
  /** Files of `src` beside the tests that hold no behaviour: texts for people. */
  readonly texts: readonly string[];
  /** Tests that are not run, as they rate many generated months: seconds a mutant. The score is lower for it, not higher. */
  readonly slow: readonly string[];
}

/** Every package that is measured. */
export const measured: readonly Measured[] = [
  { name: "kernel", bar: 95, texts: ["messages.*.ts", "wishes.*.ts"], slow: [] },
  { name: "usage", bar: 88, texts: [], slow: [] },
  {
    name: "charges",
    bar: 88,
    texts: ["labels.*.ts"],
    slow: ["src/rate.property.test.ts", "test/agreement.test.ts", "test/laws.test.ts", "test/metamorphic.test.ts"],
  },
];

/** The files of a package whose mutants are made: its sources without tests, doors and texts. */
export function patternsOf(
  { name, texts }: Pick<Measured, "name" | "texts">,
  only: readonly string[],
): readonly string[] {
  const source = `packages/${name}/src`;
  const chosen = only.length > 0 ? only.map((file) => `${source}/${file}`) : [`${source}/**/*.ts`];
  const left = ["**/*.test.ts", "index.ts", ...texts].map((pattern) => `!${source}/${pattern}`);
  return [...chosen, ...left];
}
