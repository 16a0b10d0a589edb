import { dirname, isAbsolute, join, resolve } from 'node:path';
import { ts } from 'ts-morph';
import { PackageLookup } from './package-lookup.js';
import { PathAliases } from './path-aliases.js';

/** The rules of one tsconfig. */
interface Rules {
  readonly options: ts.CompilerOptions;
  readonly aliases: PathAliases;
  /** What aliases are known to lead to: the same from all folders. */
  readonly found: Map<string, string>;
}

function createRules(options: ts.CompilerOptions): Rules {
  return { options, aliases: new PathAliases(options), found: new Map() };
}

const OUTPUT_EXTENSION = /\.([mc]?)js$/;

/** Finds the files that import specifiers mean, by the rules of the tsconfig that owns the importing file. */
export class ModuleResolution {
  readonly #rulesByFolder = new Map<string, Rules>();
  readonly #packages = new PackageLookup();
  readonly #cache = new Map<string, string | undefined>();

  constructor(private readonly root: string) {}

  /** The absolute path; `undefined` for packages outside the project, built-ins and what cannot be found. */
  resolve(specifier: string, fromFile: string): string | undefined {
    const folder = dirname(fromFile);
    const key = `${folder}\0${specifier}`;
    if (!this.#cache.has(key)) this.#cache.set(key, this.#resolve(specifier, fromFile, folder));
    return this.#cache.get(key);
  }

  /**
   * The paths of what `resolve` may find, but for extensions and for what they are relative to: far cheaper than to find
   * it. `undefined` where only resolving tells.
   */
  possibleTargets(specifier: string, fromFile: string): readonly string[] | undefined {
    const folder = dirname(fromFile);
    if (/^\.\.?(?:\/|$)/.test(specifier)) {
      // `..` has no name to go by.
      return [/(?:^|\/)\.{0,2}$/.test(specifier) ? resolve(folder, specifier) : specifier];
    }
    if (specifier.startsWith('#') || this.#packages.mayBeOwn(specifier, folder)) return undefined;
    return isAbsolute(specifier) ? [specifier] : this.#rulesFor(folder).aliases.targets(specifier);
  }

  #resolve(specifier: string, fromFile: string, folder: string): string | undefined {
    if (specifier.startsWith('node:')) return undefined;
    const path = this.#find(specifier, fromFile, folder) ?? this.#resolveSource(specifier, folder);
    if (!path || path.includes('/node_modules/') || /\.d\.[mc]?ts$/.test(path) || path.endsWith('.json')) {
      return undefined;
    }
    return path;
  }

  #find(specifier: string, fromFile: string, folder: string): string | undefined {
    const { options, found } = this.#rulesFor(folder);
    const known = found.get(specifier);
    if (known !== undefined) return known;
    // Without TypeScript's cache of resolutions: filling it costs more than it saves.
    const { resolvedModule } = ts.resolveModuleName(specifier, fromFile, options, ts.sys);
    const path = resolvedModule?.resolvedFileName;
    if (path === undefined || specifier.startsWith('.') || isAbsolute(specifier)) return path;
    // Aliases come before packages, which are what TypeScript calls external.
    if (resolvedModule?.isExternalLibraryImport === false) found.set(specifier, path);
    return path;
  }

  /** `./pool.js` where only `pool.ts` exists, for rules that know no such thing. */
  #resolveSource(specifier: string, folder: string): string | undefined {
    if (!specifier.startsWith('.') || !OUTPUT_EXTENSION.test(specifier)) return undefined;
    const source = join(folder, specifier.replace(OUTPUT_EXTENSION, '.$1ts'));
    return ts.sys.fileExists(source) ? source : undefined;
  }

  #rulesFor(folder: string): Rules {
    const known = this.#rulesByFolder.get(folder);
    if (known) return known;
    const configPath = join(folder, 'tsconfig.json');
    const parent = dirname(folder);
    let rules: Rules;
    if (ts.sys.fileExists(configPath)) rules = createRules(readOptions(configPath));
    else if (folder === this.root || parent === folder) rules = createRules(defaultOptions());
    else rules = this.#rulesFor(parent);
    this.#rulesByFolder.set(folder, rules);
    return rules;
  }
}

function defaultOptions(): ts.CompilerOptions {
  return { allowJs: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext };
}

/** The options alone: the files that a configuration includes are none of our concern. */
function readOptions(configPath: string): ts.CompilerOptions {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    readDirectory: () => [],
    getCurrentDirectory: () => dirname(configPath),
    onUnRecoverableConfigFileDiagnostic: () => {},
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(configPath, { allowJs: true, noEmit: true }, host);
  const { paths, baseUrl, pathsBasePath, rootDirs, customConditions } = parsed?.options ?? {};
  // The resolver that takes most: extensions may be left out or name the output, exports of packages are honoured.
  return { ...defaultOptions(), ...defined({ paths, baseUrl, pathsBasePath, rootDirs, customConditions }) };
}

function defined(options: Record<string, unknown>): ts.CompilerOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as ts.CompilerOptions;
}
