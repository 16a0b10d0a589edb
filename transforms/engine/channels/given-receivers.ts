import { ts } from 'ts-morph';
import { declaredType } from '../proof/declarations.js';
import { hasOnlyPoolType } from '../proof/pool-types.js';
import { mentionsLibrary } from '../proof/type-references.js';
import { declarationOf } from './backlog-names.js';
import { argumentsOf } from './backlog-parameters.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { bareValue, isNothing } from './value-syntax.js';

/** Whether it is a worker, and nothing else: a port has the same methods, and may be what opens nothing. */
export function isOnlyWorker(search: ChannelSearch, node: ts.Expression): boolean {
  const { evaluator } = search;
  const value = evaluator.evaluate(node);
  if (hasOnlyPoolType(evaluator, node)) return true;
  if (value.kind !== 'instance' || value.constructs.length === 0 || value.isMixed) return false;
  // What others give as well may be whatever the type allows.
  return !value.isPartial || value.annotations.every((type) => allowsOnlyWorkers(search, type));
}

function allowsOnlyWorkers(search: ChannelSearch, type: ts.TypeNode): boolean {
  if (ts.isParenthesizedTypeNode(type)) return allowsOnlyWorkers(search, type.type);
  if (ts.isUnionTypeNode(type)) return type.types.every((one) => allowsOnlyWorkers(search, one));
  return saysNothing(type) || mentionsLibrary(search.evaluator, type);
}

/** `any` and what is no object at all. */
function saysNothing({ kind }: ts.TypeNode): boolean {
  return [ts.SyntaxKind.AnyKeyword, ts.SyntaxKind.UndefinedKeyword, ts.SyntaxKind.LiteralType].includes(kind);
}

/** The parameter that an expression names, where that has no type to tell what it is. */
export function untypedParameterAt(
  { project }: ChannelSearch,
  given: ts.Expression,
): ts.ParameterDeclaration | undefined {
  const node = bareValue(given);
  const declared = ts.isIdentifier(node) ? declarationOf(project, node) : undefined;
  if (!declared || !ts.isParameter(declared)) return undefined;
  const type = declaredType(declared);
  return !type || saysNothing(type) ? declared : undefined;
}

/**
 * The argument, of all calls that can be seen, which gives a parameter something that is not proven to be a worker: a port
 * has the same methods. A type of the parameter's own would tell.
 */
export function findOtherReceiver(
  search: ChannelSearch,
  uses: FunctionUses,
  receiver: ts.Expression,
): ts.Node | undefined {
  const start = untypedParameterAt(search, receiver);
  const parameters = new Set(start ? [start] : []);
  // Functions may give it to each other in turn.
  for (const parameter of parameters) {
    const index = parameter.parent.parameters.indexOf(parameter);
    for (const { arguments: given } of argumentsOf(uses, parameter)) {
      const argument = given[index];
      if (!argument || isNothing(argument)) continue;
      const further = untypedParameterAt(search, argument);
      if (further) parameters.add(further);
      else if (!isOnlyWorker(search, argument)) return argument;
    }
  }
  return undefined;
}
