import { collect, collectAlias, MAX_JOBS, toConfigPath, toJobs, toNames } from './argument-values.js';
import type { OptionGroup } from './option.js';

/** The options that say what is looked for, and where. */
export function createSearchOptions(families: readonly string[]): OptionGroup {
  return {
    title: 'What is looked for',
    options: [
      {
        flags: '--family <names>',
        summary: 'only these families; --list names them',
        details: `Only these families, with commas between them: ${families.map((name) => `\`${name}\``).join(', ')}. Those of the user's own as well, which the configuration describes. All of them by default.`,
        parse: toNames,
      },
      {
        flags: '--minimal',
        summary: 'imports and constructors only; calls stay',
        details:
          'Changes imports and constructors only. Calls keep their verb, by which a pool is traced as well; jobs of queues stay unbound, and are refused.',
      },
      {
        flags: '--alias <other=name>',
        summary: 'a library under another name; repeatable',
        details:
          'Takes a fork or a private build for the library: `--alias @acme/piscina=piscina`. Repeatable.',
        parse: collectAlias,
        value: {},
      },
      {
        flags: '--ignore <glob>',
        summary: 'leave files out, as .gitignore does; repeatable',
        details:
          'Leaves files and folders out, in the syntax of `.gitignore`, as seen from the folder that holds all given paths. Repeatable.',
        parse: collect,
        value: [],
      },
      {
        flags: '--config <file>',
        summary: 'another configuration than the nearest, or none',
        details:
          'Goes by this configuration, and not by the nearest one of the project: `traced-pool.config.*`, or `traced-pool` in a `package.json`. See [configuration.md](configuration.md).',
        parse: toConfigPath,
      },
      {
        flags: '--no-config',
        details: 'Goes by no configuration.',
      },
      {
        flags: '--no-gitignore',
        summary: 'look at files that git ignores as well',
        details:
          'Looks at files that git ignores as well. `node_modules` is not entered in any case, nor are links that lead outside of the given paths.',
      },
      {
        flags: '--tsconfig <file>',
        summary: 'resolve imports by it, not by the nearest one',
        details:
          'Resolves all imports by this file, and not by the nearest `tsconfig.json` or `jsconfig.json` of each.',
        parse: toConfigPath,
      },
      {
        flags: '--jobs <number>',
        summary: 'threads at work; the result is the same',
        details: `How many threads may be at work, 1 to ${MAX_JOBS}; the result is the same. 2 by default, 1 on a single core.`,
        parse: toJobs,
      },
    ],
  };
}
