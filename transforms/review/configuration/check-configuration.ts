import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findMistake } from '../../own-family.js';
import { MAX_JOBS } from '../command-line/argument-values.js';
import type { Configuration } from './configuration.js';

type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === 'string' && value !== '';
const isTexts: Is = (value) => Array.isArray(value) && value.every(isText);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFlag: Is = (value) => typeof value === 'boolean';

const RULES: Readonly<Record<keyof Configuration, readonly [Is, string]>> = {
  ignore: [isTexts, 'an array of globs, such as ["examples/"]'],
  families: [isTexts, 'an array of names, such as ["piscina"]'],
  ownFamilies: [(value) => Array.isArray(value), 'an array of what defineFamily() gives'],
  alias: [
    (value) => isRecord(value) && Object.values(value).every(isText),
    'an object that has a library for each package, such as { "@acme/piscina": "piscina" }',
  ],
  minimal: [isFlag, 'true or false'],
  mark: [isFlag, 'true or false'],
  gitignore: [isFlag, 'true or false'],
  tsconfig: [isText, 'the path of a file'],
  jobs: [
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_JOBS,
    `a whole number from 1 to ${MAX_JOBS}`,
  ],
};

function findFamilyMistake(families: readonly unknown[]): string | undefined {
  const mistake = families.map(findMistake).find((found) => found !== undefined);
  if (mistake !== undefined) return mistake;
  const names = families.map((family) => (family as { readonly name: string }).name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  return twice && `two of ownFamilies have the name ${twice}; rename one`;
}

/** What is wrong with a configuration, without an end; `undefined` where nothing is. @param folder where it is from */
export function findConfigurationMistake(value: unknown, folder: string): string | undefined {
  if (!isRecord(value)) return 'the configuration must be an object';
  for (const [key, given] of Object.entries(value)) {
    if (!Object.hasOwn(RULES, key))
      return `there is no option ${key}; there are: ${Object.keys(RULES).join(', ')}`;
    const [is, what] = RULES[key as keyof Configuration];
    if (given !== undefined && !is(given)) return `${key} must be ${what}`;
  }
  const { ownFamilies = [], tsconfig } = value as Configuration;
  if (tsconfig !== undefined) {
    const path = resolve(folder, tsconfig);
    if (!existsSync(path) || !statSync(path).isFile()) return `tsconfig: ${tsconfig} is not a file`;
  }
  return findFamilyMistake(ownFamilies);
}
