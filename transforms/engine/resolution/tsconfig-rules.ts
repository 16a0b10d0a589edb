import { dirname, join, resolve } from 'node:path';
import { ts } from 'ts-morph';
import { PathAliases } from './path-aliases.js';

/** How the specifiers in some folder are resolved. */
export interface Rules {
  /** The options of the tsconfig, and of those in its folder that it refers to. */
  readonly options: readonly ts.CompilerOptions[];
  readonly aliases: readonly PathAliases[];
  /** What aliases are known to lead to: the same from all folders. */
  readonly found: Map<string, string>;
}

interface SyntaxErrors {
  readonly parseDiagnostics?: readonly ts.Diagnostic[];
}

export interface TsconfigNote {
  /** Absolute. */
  readonly path: string;
  readonly reason: string;
}

const CONFIG_NAMES = ['tsconfig.json', 'jsconfig.json'];
const MAX_SYNTAX_CODE = 1999;
/** Unknown options, unknown values: those of another version of TypeScript. */
const FOREIGN_CODES: ReadonlySet<number> = new Set([5023, 5024, 5025, 6046]);

function defaultOptions(): ts.CompilerOptions {
  return { allowJs: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext };
}

function defaultRules(): Rules {
  return { options: [defaultOptions()], aliases: [], found: new Map() };
}

/** The resolver that takes most: extensions may be left out or name the output, exports of packages are honoured. */
function pickOptions(options: ts.CompilerOptions): ts.CompilerOptions {
  const { paths, baseUrl, pathsBasePath, rootDirs, customConditions } = options;
  const picked = { paths, baseUrl, pathsBasePath, rootDirs, customConditions };
  const given = Object.entries(picked).filter(([, value]) => value !== undefined);
  return { ...defaultOptions(), ...Object.fromEntries(given) };
}

/** Reads the tsconfig that each folder is under: the nearest one upwards, and what it refers to in its own folder. */
export class TsconfigRules {
  readonly notes: TsconfigNote[] = [];
  readonly #byFolder = new Map<string, Rules>();
  #givenRules: Rules | undefined;

  /** @param given the tsconfig for all folders, in the place of the nearest one */
  constructor(
    private readonly root: string,
    private readonly given?: string,
  ) {}

  rulesFor(folder: string): Rules {
    if (this.given !== undefined) return (this.#givenRules ??= this.#read(this.given));
    let rules = this.#byFolder.get(folder);
    if (rules) return rules;
    const path = CONFIG_NAMES.map((name) => join(folder, name)).find(ts.sys.fileExists);
    const parent = dirname(folder);
    if (path !== undefined) rules = this.#read(path);
    else if (folder === this.root || parent === folder) rules = defaultRules();
    else rules = this.rulesFor(parent);
    this.#byFolder.set(folder, rules);
    return rules;
  }

  #read(path: string): Rules {
    const options = this.#readOptions(path, new Set()).map(pickOptions);
    return { options, aliases: options.map((one) => new PathAliases(one)), found: new Map() };
  }

  /** The options alone: the files that a configuration includes are none of our concern. */
  #readOptions(path: string, seen: Set<string>): ts.CompilerOptions[] {
    seen.add(path);
    const host: ts.ParseConfigFileHost = {
      ...ts.sys,
      readDirectory: () => [],
      getCurrentDirectory: () => dirname(path),
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => this.#note(path, [diagnostic]),
    };
    const parsed = ts.getParsedCommandLineOfConfigFile(path, { allowJs: true, noEmit: true }, host);
    if (!parsed) return [{}];
    const { configFile } = parsed.options as { configFile?: ts.TsConfigSourceFile & SyntaxErrors };
    this.#note(path, [...(configFile?.parseDiagnostics ?? []), ...parsed.errors]);
    const references = (parsed.projectReferences ?? [])
      .map((reference) => ts.resolveProjectReferencePath(reference))
      .filter((other) => dirname(resolve(other)) === dirname(path) && !seen.has(other))
      .filter(ts.sys.fileExists);
    return [parsed.options, ...references.flatMap((other) => this.#readOptions(other, seen))];
  }

  #note(path: string, diagnostics: readonly ts.Diagnostic[]): void {
    const told = diagnostics.find(({ code }) => code <= MAX_SYNTAX_CODE || FOREIGN_CODES.has(code));
    if (!told) return;
    const message = ts.flattenDiagnosticMessageText(told.messageText, ' ').replace(/\.$/, '');
    const where =
      told.file && told.start !== undefined
        ? `line ${told.file.getLineAndCharacterOfPosition(told.start).line + 1}: `
        : '';
    this.notes.push({
      path,
      reason: `is followed only as far as this version of TypeScript reads it (${where}${message})`,
    });
  }
}
