import { formatTable } from './markdown-table.js';
import type { PoolFamilyDescription } from '../dist/engine/sites/pool-family.js';

/** What there is to tell of a pool library. */
export interface SupportedPool {
  readonly description: PoolFamilyDescription;
  /** The versions that tests run, the oldest first. */
  readonly versions: readonly string[];
  /** The codes by which places are refused in the family's fixtures. */
  readonly refusals: readonly string[];
}

function formatConstruct({ factoryExports = [], executorNames = {}, executor }: PoolFamilyDescription) {
  return (name: string): string => {
    const built = factoryExports.includes(name) ? `${name}()` : `new ${name}`;
    return `\`${built}\` → \`${executorNames[name] ?? executor.name}\``;
  };
}

function formatDispatch({ dispatch, map }: PoolFamilyDescription): string[] {
  if ('anyBut' in dispatch) return ['methods stay'];
  const { from, to, kept = [] } = dispatch;
  const grouped = map ? [`\`Promise.all\` of it → \`${map}\``] : [];
  return [`\`${from}\` → \`${to}\``, ...grouped, ...kept.map((name) => `\`${name}\` stays`)];
}

function formatRewritten(description: PoolFamilyDescription): string {
  const { classExports, partExports = [], executor } = description;
  const named = classExports.filter((name) => name !== 'default');
  const constructs = [...named, ...partExports].map(formatConstruct(description));
  return `${[...constructs, ...formatDispatch(description)].join(', ')}; from \`${executor.module}\``;
}

/** A Markdown table, a row a library. */
export function formatSupport(pools: readonly SupportedPool[]): string {
  const rows = pools.map(({ description, versions, refusals }) => [
    description.packages.join(', '),
    versions.join(', '),
    formatRewritten(description),
    refusals.map((code) => `\`${code}\``).join(', '),
    description.workerSide,
  ]);
  return formatTable(
    ['library', 'versions tested', 'rewritten', 'refused, with its code', 'how the workers take part'],
    rows,
  );
}
