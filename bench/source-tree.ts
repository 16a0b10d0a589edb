import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatBarrel, formatModule } from './module-text.js';
import type { Module } from './module-text.js';

export interface SourceTreeOptions {
  readonly files: number;
  /** How many of the files build a pool. */
  readonly pools: number;
}

type Random = (below: number) => number;
type Imported = Module['imports'][number];

/** Where a module lies. */
interface Place extends Omit<Module, 'imports' | 'runs'> {
  readonly area: number;
  readonly layer: number;
}

const FILES_PER_AREA = 70;
/** Types and helpers, then services, then what serves requests: each imports those below it. */
const LAYERS = ['lib', 'services', 'routes'] as const;
const EXTENSIONS = ['ts', 'ts', 'ts', 'ts', 'ts', 'ts', 'ts', 'tsx', 'tsx', 'js', 'cjs'] as const;
const WORDS = ['Invoice', 'Ledger', 'Parcel', 'Atlas', 'Harbour', 'Signal', 'Orchard', 'Quarry', 'Lantern'];

/** The same numbers in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator. */
function createRandom(): Random {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function choose<T>(list: readonly T[], count: number, random: Random): T[] {
  return list.length === 0 ? [] : Array.from({ length: count }, () => list[random(list.length)] as T);
}

/** The modules of an area but its last, which is the barrel. A pool is a service. */
function placeModules(area: number, count: number, hasPool: boolean, random: Random): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const isPool = hasPool && index === Math.floor(count / 2);
    const name = `${choose(WORDS, 2, random).join('')}${area}x${index}`;
    const [extension = 'ts'] = isPool ? [] : choose(EXTENSIONS, 1, random);
    return { area, layer: Math.floor((index * LAYERS.length) / count), name, extension, hasPool: isPool };
  });
}

function toImported(from: Place, to: Place): Imported {
  const folder = LAYERS[to.layer];
  const base = from.layer === to.layer ? '.' : `../${folder}`;
  const specifier =
    from.area === to.area
      ? `${base}/${to.name}.${from.extension === 'cjs' ? to.extension : 'js'}`
      : `@area-${to.area}/${folder}/${to.name}`;
  return { name: to.name, specifier };
}

/** Two to four of the layers below, maybe one beside it, one of another area, some of them through its barrel. */
function chooseImports(from: Place, areas: readonly Place[][], random: Random): Imported[] {
  const own = areas[from.area] ?? [];
  const below = own.filter(({ layer }) => layer < from.layer);
  const beside = own.filter(({ layer, name }) => layer === from.layer && name < from.name);
  const near = [...choose(below, 2 + random(3), random), ...choose(beside, random(2), random)];
  const imported = [...new Set(near)].map((to) => toImported(from, to));
  const [other] = choose(areas.slice(0, from.area), 1, random);
  if (!other) return imported;
  const layer = from.layer === 2 && random(8) === 0 ? 1 : 0;
  const [far] = choose(
    other.filter((place) => place.layer === layer && !place.hasPool),
    1,
    random,
  );
  if (!far) return imported;
  return [
    ...imported,
    layer === 1 ? { name: far.name, specifier: `@area-${far.area}/index` } : toImported(from, far),
  ];
}

function git(folder: string, ...words: readonly string[]): void {
  execFileSync('git', words, { cwd: folder, stdio: 'ignore' });
}

/** Writes a monorepo of TypeScript and JavaScript files, with barrels and path aliases, as a git work tree. */
export function writeSourceTree(folder: string, { files, pools }: SourceTreeOptions): void {
  const random = createRandom();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const count = Math.max(Math.round(files / FILES_PER_AREA), 1);
  const areas = Array.from({ length: count }, (_, area) => {
    const size = area === count - 1 ? files - (count - 1) * FILES_PER_AREA : FILES_PER_AREA;
    const hasPool = Math.floor(((area + 1) * pools) / count) > Math.floor((area * pools) / count);
    return placeModules(area, size - 1, hasPool, random);
  });
  for (const [area, places] of areas.entries()) {
    for (const from of places) {
      const imports = chooseImports(from, areas, random);
      const runs = places.filter(({ hasPool, name }) => hasPool && imports.some((to) => to.name === name));
      const text = formatModule({ ...from, imports, runs: runs.map(({ name }) => name) });
      write(`areas/area-${area}/src/${LAYERS[from.layer]}/${from.name}.${from.extension}`, text);
    }
    const services = places.filter(({ layer }) => layer === 1);
    const passedOn = services.map(({ name }) => ({ name, specifier: `./services/${name}.js` }));
    write(`areas/area-${area}/src/index.ts`, formatBarrel({ imports: passedOn }));
  }
  const paths = Object.fromEntries(
    areas.map((_, area) => [`@area-${area}/*`, [`./areas/area-${area}/src/*`]]),
  );
  write('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, jsx: 'react-jsx', paths } }));
  const dependencies = pools === 0 ? {} : { piscina: '^5.0.0' };
  write('package.json', JSON.stringify({ name: 'example', type: 'module', dependencies }, null, 2));
  write('.gitignore', 'node_modules/\ndist/\n');
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
}
