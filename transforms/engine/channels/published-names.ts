import { ts } from 'ts-morph';
import type { Project } from '../project.js';

/** The symbols of a function, and of the class that it belongs to. */
function symbolsOf({ checker }: Project, owner: ts.Node): ReadonlySet<ts.Symbol> {
  const holder = ts.isClassElement(owner) ? owner.parent : owner;
  const type = checker.getTypeAtLocation(holder);
  const { name } = holder as { readonly name?: ts.Node };
  const own = name && checker.getSymbolAtLocation(name);
  return new Set([type.symbol, own].filter((symbol) => symbol !== undefined));
}

/** Whether a function, or the class that it belongs to, is exported by a package that others may install. */
export function isPublished(project: Project, owner: ts.Node): boolean {
  const { checker, publishedFiles } = project;
  const own = symbolsOf(project, owner);
  return publishedFiles.some((path) => {
    const file = project.sourceFile(path);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) return false;
    const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
    const exported = [...checker.getExportsOfModule(module), ...(whole ? [whole] : [])];
    return exported.some((symbol) => {
      const target = (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
      const type = checker.getTypeOfSymbolAtLocation(target, file);
      // Of an instance that is exported, nobody else calls the constructor.
      const isReached = !ts.isConstructorDeclaration(owner) || type.getConstructSignatures().length > 0;
      return own.has(target) || (isReached && own.has(type.symbol));
    });
  });
}
