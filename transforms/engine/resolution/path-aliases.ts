/** The settings of a tsconfig by which a specifier that is no path may stand for one. */
export interface AliasOptions {
  readonly paths?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly baseUrl?: string | undefined;
}

interface Pattern {
  readonly prefix: string;
  /** `undefined` where the pattern has no `*` and so means itself alone. */
  readonly suffix: string | undefined;
  readonly substitutions: readonly string[];
}

function starOf({ prefix, suffix }: Pattern, specifier: string): string | undefined {
  if (!specifier.startsWith(prefix)) return undefined;
  if (suffix === undefined) return specifier === prefix ? '' : undefined;
  const isMatch = specifier.length >= prefix.length + suffix.length && specifier.endsWith(suffix);
  return isMatch ? specifier.slice(prefix.length, specifier.length - suffix.length) : undefined;
}

/** What specifiers stand for by the `paths` and the `baseUrl` of a tsconfig: https://www.typescriptlang.org/tsconfig/#paths. */
export class PathAliases {
  readonly #patterns: readonly Pattern[];
  readonly #known = new Map<string, readonly string[]>();

  constructor({ paths = {}, baseUrl }: AliasOptions) {
    const patterns = Object.entries(paths).map(([pattern, substitutions]) => {
      const [prefix = '', suffix] = pattern.split('*');
      return { prefix, suffix, substitutions };
    });
    const anything = { prefix: '', suffix: '', substitutions: ['*'] };
    this.#patterns = baseUrl === undefined ? patterns : [...patterns, anything];
  }

  /** The paths that a specifier may stand for; what they are relative to, and extensions, are left open. */
  targets(specifier: string): readonly string[] {
    let targets = this.#known.get(specifier);
    if (!targets) {
      targets = this.#patterns.flatMap((pattern) => {
        const star = starOf(pattern, specifier);
        return star === undefined ? [] : pattern.substitutions.map((text) => text.replace('*', () => star));
      });
      this.#known.set(specifier, targets);
    }
    return targets;
  }
}
