/** Reads what was given to an option, into what was given to it before. */
type Parse = (value: string, former: never) => unknown;

export interface Option {
  /** `--report <file>`. */
  readonly flags: string;
  /** For `--help`, in a few words. @default it shares the line of the option before it */
  readonly summary?: string;
  /** For the reference, in Markdown: whole sentences. */
  readonly details: string;
  readonly parse?: Parse;
  /** @default `false`, or `undefined` for an option that takes a value */
  readonly value?: unknown;
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}
