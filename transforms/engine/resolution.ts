import { dirname, join } from 'node:path';
import { ts } from 'ts-morph';

const OUTPUT_EXTENSION = /\.([mc]?)js$/;

/** Finds the files that import specifiers mean, by the rules of the tsconfig that owns the importing file. */
export class ModuleResolution {
  readonly #optionsByFolder = new Map<string, ts.CompilerOptions>();
  readonly #cache = new Map<string, string | undefined>();

  constructor(private readonly root: string) {}

  /** The absolute path; `undefined` for packages outside the project, built-ins and what cannot be found. */
  resolve(specifier: string, fromFile: string): string | undefined {
    const folder = dirname(fromFile);
    const key = `${folder}\0${specifier}`;
    if (!this.#cache.has(key)) this.#cache.set(key, this.#resolve(specifier, fromFile, folder));
    return this.#cache.get(key);
  }

  #resolve(specifier: string, fromFile: string, folder: string): string | undefined {
    if (specifier.startsWith('node:')) return undefined;
    const options = this.#optionsFor(folder);
    const resolved = ts.resolveModuleName(specifier, fromFile, options, ts.sys).resolvedModule
      ?.resolvedFileName;
    const path = resolved ?? this.#resolveSource(specifier, folder);
    if (!path || path.includes('/node_modules/') || /\.d\.[mc]?ts$/.test(path) || path.endsWith('.json')) {
      return undefined;
    }
    return path;
  }

  /** `./pool.js` where only `pool.ts` exists, for rules that know no such thing. */
  #resolveSource(specifier: string, folder: string): string | undefined {
    if (!specifier.startsWith('.') || !OUTPUT_EXTENSION.test(specifier)) return undefined;
    const source = join(folder, specifier.replace(OUTPUT_EXTENSION, '.$1ts'));
    return ts.sys.fileExists(source) ? source : undefined;
  }

  #optionsFor(folder: string): ts.CompilerOptions {
    const known = this.#optionsByFolder.get(folder);
    if (known) return known;
    const configPath = join(folder, 'tsconfig.json');
    const parent = dirname(folder);
    let options: ts.CompilerOptions;
    if (ts.sys.fileExists(configPath)) options = readOptions(configPath);
    else if (folder === this.root || parent === folder) options = defaultOptions();
    else options = this.#optionsFor(parent);
    this.#optionsByFolder.set(folder, options);
    return options;
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
