import { PathAliases } from '../../../../transforms/engine/resolution/path-aliases.js';

const aliases = new PathAliases({
  paths: {
    '@/*': ['./src/*', './generated/*'],
    '@/pools': ['./src/pools/main.ts'],
    '*.css': ['./styles/*'],
    config: ['./config/index.ts'],
  },
});

it.each([
  ['@/lib/pool.js', ['./src/lib/pool.js', './generated/lib/pool.js']],
  ['@/pools', ['./src/pools', './generated/pools', './src/pools/main.ts']],
  ['@/$&', ['./src/$&', './generated/$&']],
  ['shop.css', ['./styles/shop']],
  ['config', ['./config/index.ts']],
  ['config/other', []],
  ['piscina', []],
])('%s may stand for %j', (specifier, targets) => {
  expect(aliases.targets(specifier)).toEqual(targets);
  expect(aliases.targets(specifier)).toEqual(targets);
});

it('takes anything for a path where there is a base', () => {
  expect(new PathAliases({ baseUrl: '/srv' }).targets('lib/pool')).toEqual(['lib/pool']);
});
