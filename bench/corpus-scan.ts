/** A place that plain text shows to be one, found without the engine. */
export interface Mention {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

const SOURCE = /(?<!\.d)\.[cm]?[jt]sx?$/;
const COMMENT_LINE = /^[ \t]*(?:\/\/|\/?\*).*$/gm;
const LIBRARY = String.raw`['"]piscina['"]`;
const NAME = String.raw`[\w$]+`;
const LOADED = String.raw`(?:require|await\s+import)\(\s*${LIBRARY}\s*\)`;

const IMPORTS = [
  new RegExp(String.raw`\bimport\s+(${NAME})\s*(?:,\s*\{[^}]*\}\s*)?from\s*${LIBRARY}`, 'g'),
  new RegExp(String.raw`\bimport\s*\*\s*as\s+(${NAME})\s+from\s*${LIBRARY}`, 'g'),
  new RegExp(String.raw`\bimport\s+(${NAME})\s*=\s*${LOADED}`, 'g'),
  new RegExp(String.raw`\b(?:const|let|var)\s+(${NAME})\s*=\s*\(?${LOADED}`, 'g'),
];
const LISTS = [
  new RegExp(String.raw`\bimport\s+(?:${NAME}\s*,\s*)?\{([^}]*)\}\s*from\s*${LIBRARY}`, 'g'),
  new RegExp(String.raw`\b(?:const|let|var)\s*\{([^}]*)\}\s*=\s*${LOADED}`, 'g'),
];
const LISTED = /^\s*(?:Piscina|default)(?:\s*(?::|\bas\b)\s*([\w$]+))?\s*$/;

export function isSource(path: string): boolean {
  return SOURCE.test(path);
}

/** Blanks the lines that are comments and keeps all positions. */
function blankComments(text: string): string {
  return text.replace(COMMENT_LINE, (line) => ' '.repeat(line.length));
}

function readList(list: string): string[] {
  return list.split(',').flatMap((item) => {
    const [found, alias] = LISTED.exec(item) ?? [];
    return found === undefined ? [] : [alias ?? found.trim()];
  });
}

/** The names that a simple import or require binds to the library or to its class. */
function findNames(text: string): string[] {
  const whole = IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  const listed = LISTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, list = '']) => readList(list)),
  );
  return [...new Set([...whole, ...listed])].filter((name) => name !== '' && name !== 'type');
}

function findMentions(text: string, pattern: RegExp): Mention[] {
  const lines = text.split('\n');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    const line = text.slice(0, index + found.trimEnd().length).split('\n').length;
    return { line, text: lines[line - 1]?.trim() ?? '' };
  });
}

/** Every `new X(` and `extends X` where the file itself binds X to the library. */
export function scanConstructs(source: string): Mention[] {
  const text = blankComments(source);
  const names = findNames(text).map((name) => name.replaceAll('$', String.raw`\$`));
  if (names.length === 0) return [];
  const binding = String.raw`(?:${names.join('|')})(?:\.(?:Piscina|default))*(?![\w$.])`;
  return findMentions(text, new RegExp(String.raw`\b(?:new|extends)\s+${binding}`, 'g'));
}

/** Every `.run(` or `.runTask(` of a file that loads the library: to be read by eye, most are something else's. */
export function scanRuns(source: string): Mention[] {
  const text = blankComments(source);
  if (!new RegExp(LIBRARY).test(text)) return [];
  return findMentions(text, /\.\s*run(?:Task)?(?=\s*[(<])/g);
}

/** Whether the types of a file can change with those of the given ones: it names the library or imports one of them. */
export function isDependent(source: string, changed: readonly string[]): boolean {
  if (new RegExp(LIBRARY).test(source)) return true;
  const stems = changed.map((path) => path.replace(/^.*\//, '').replace(SOURCE, ''));
  return stems.some((stem) => ["'", '"', '.'].some((end) => source.includes(`/${stem}${end}`)));
}
