import picocolors from 'picocolors';

export type Palette = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: as is asked for, else on a terminal, unless `NO_COLOR` says no or `FORCE_COLOR` says yes anyway. */
export function createPalette(
  isTerminal: boolean,
  environment: NodeJS.ProcessEnv,
  asked: 'auto' | 'always' | 'never' = 'auto',
): Palette {
  if (asked !== 'auto') return picocolors.createColors(asked === 'always');
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return picocolors.createColors(!['0', 'false'].includes(FORCE_COLOR));
  return picocolors.createColors(isTerminal && !NO_COLOR && TERM !== 'dumb');
}
