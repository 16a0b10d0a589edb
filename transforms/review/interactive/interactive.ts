import type { Analysis } from '../../engine/contracts.js';
import { colourDiff } from '../coloured-diff.js';
import { createPalette } from '../colour.js';
import type { Palette } from '../colour.js';
import { plural } from '../words.js';
import type { Decision } from './decisions.js';
import { Session } from './session.js';
import type { Search } from './session.js';
import { Terminal } from './terminal.js';

const ANSWERS = '[y,n,a,d,e,b,q,?]';
const HELP = `y - apply this
n - leave this as it is, and what depends on it
a - apply this, and all that is open in the same file
d - leave this, and all that is open in the same file
e - edit this in $VISUAL or $EDITOR, then apply it
b - back: take the last answer back
q - leave all that is open, and write what was accepted
? - this
`;
const EDIT_HELP = `# Change what is to be written: lines that begin with + are new, and yours to change,
# add or remove. To keep a line that begins with -, make the - a space. Lines that
# begin with # are left out. Close without saving to go back.
`;
const PLACES_SHOWN = 3;

interface Surroundings {
  readonly terminal: Terminal;
  readonly palette: Palette;
  readonly environment: NodeJS.ProcessEnv;
}

function formatDecision({ hunks }: Decision): string {
  return hunks
    .map(({ file: { path }, text }, index) =>
      hunks[index - 1]?.file.path === path ? text : `--- a/${path}\n+++ b/${path}\n${text}`,
    )
    .join('');
}

function formatTitle({ hunks }: Decision, { isChanged, progress: { answered, total } }: Session): string {
  const paths = [...new Set(hunks.map(({ file }) => file.path))];
  const again = isChanged ? ', as your last answer has made it' : '';
  return `\nChange ${answered + 1} of ${total}: ${paths.join(', ')}${again}\n`;
}

function formatDependents(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const places = ids.slice(0, PLACES_SHOWN).map((id) => id.split(':').slice(0, -2).join(':'));
  const more = ids.length > PLACES_SHOWN ? `, and ${ids.length - PLACES_SHOWN} more` : '';
  return `With it stay as they are: ${places.join(', ')}${more}\n`;
}

/** One answer; tells whether the next change is to be shown. */
async function answer(
  session: Session,
  word: string,
  decision: Decision,
  { terminal, environment }: Surroundings,
): Promise<boolean> {
  switch (word) {
    case 'y':
    case 'a':
      session.accept(word === 'a');
      return true;
    case 'n':
    case 'd':
      terminal.print(formatDependents(await session.decline(word === 'd')));
      return true;
    case 'b':
      if (session.back()) return true;
      terminal.print('This is the first change; there is no answer to take back.\n');
      return false;
    case 'e': {
      const { VISUAL, EDITOR } = environment;
      const shown = EDIT_HELP + formatDecision(decision);
      const edited = terminal.edit(shown, VISUAL || EDITOR || 'vi');
      const problem =
        'problem' in edited
          ? edited.problem
          : edited.text === shown
            ? 'nothing was edited'
            : session.acceptEdited(edited.text);
      if (problem !== undefined) terminal.print(`Not applied: ${problem}.\n`);
      return problem === undefined;
    }
    case 'q':
      await session.declineRest();
      return true;
    default:
      terminal.print(HELP);
      return false;
  }
}

async function decideAll(session: Session, surroundings: Surroundings): Promise<Analysis | undefined> {
  const { terminal, palette } = surroundings;
  let isShown = false;
  for (let decision = session.current; decision; decision = session.current) {
    if (!isShown) terminal.print(palette.bold(formatTitle(decision, session)));
    if (!isShown) terminal.print(colourDiff(formatDecision(decision), palette));
    const { length } = decision.hunks;
    const what = length === 1 ? 'this change' : `these ${plural(length, 'linked change')}`;
    const line = await terminal.ask(palette.bold(`Apply ${what} ${ANSWERS}? `));
    if (line === 'interrupt') return undefined;
    const word = line === 'end' ? 'q' : line.text.trim().toLowerCase();
    isShown = !(await answer(session, word, decision, surroundings));
  }
  return session.result;
}

/**
 * Asks somebody about each change; gives what was accepted, or `undefined` after Ctrl-C.
 *
 * @param search finds all changes anew, but for those that were declined.
 */
export async function decideAtTerminal(
  found: Analysis,
  search: Search,
  { stdin, stdout, env }: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'env'>,
  color: 'auto' | 'always' | 'never',
): Promise<Analysis | undefined> {
  const terminal = new Terminal(stdin, stdout);
  const palette = createPalette(stdout.isTTY, env, color);
  try {
    return await decideAll(new Session(search, found), { terminal, palette, environment: env });
  } finally {
    terminal.close();
  }
}
