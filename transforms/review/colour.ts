import picocolors from 'picocolors';

export type Palette = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: on a terminal, unless `NO_COLOR` says no or `FORCE_COLOR` says yes anyway. */
export function createPalette(isTerminal: boolean, environment: NodeJS.ProcessEnv): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) return picocolors.createColors(!['0', 'false'].includes(FORCE_COLOR));
  return picocolors.createColors(isTerminal && !NO_COLOR && TERM !== 'dumb');
}

/** A unified diff in the colours that git gives it. */
export function colourDiff(diff: string, palette: Palette): string {
  if (!palette.isColorSupported) return diff;
  const paint = (line: string): string => {
    if (line.startsWith('+++') || line.startsWith('---')) return palette.bold(line);
    if (line.startsWith('@@')) return palette.cyan(line);
    if (line.startsWith('+')) return palette.green(line);
    return line.startsWith('-') ? palette.red(line) : line;
  };
  // A carriage return belongs to the file, not to the colour.
  return diff.replace(/^[^\r\n]+/gm, paint);
}
