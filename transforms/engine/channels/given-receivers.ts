import { ts } from 'ts-morph';
import { isPoolByType } from '../sites/dispatch-members.js';
import { declarationOf } from './backlog-names.js';
import { argumentsOf } from './backlog-parameters.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { bareValue, isNothing } from './value-syntax.js';

/**
 * The argument, of all calls that can be seen, which gives a parameter something that is not proven to be a worker: a port
 * has the same methods. A type of the parameter's own would tell.
 */
export function findOtherReceiver(
  search: ChannelSearch,
  uses: FunctionUses,
  receiver: ts.Expression,
): ts.Node | undefined {
  const start = parameterAt(search, receiver);
  // Functions may give it to each other in turn.
  const parameters = new Set(start && !isPoolByType(search, receiver) ? [start] : []);
  for (const parameter of parameters) {
    const index = parameter.parent.parameters.indexOf(parameter);
    for (const { arguments: given } of argumentsOf(uses, parameter)) {
      const argument = given[index];
      if (!argument || isNothing(argument)) continue;
      const further = parameterAt(search, argument);
      if (further && !isPoolByType(search, argument)) parameters.add(further);
      else if (search.evaluator.evaluate(argument).kind !== 'instance' && !isPoolByType(search, argument))
        return argument;
    }
  }
  return undefined;
}

function parameterAt({ project }: ChannelSearch, given: ts.Expression): ts.ParameterDeclaration | undefined {
  const node = bareValue(given);
  const declared = ts.isIdentifier(node) ? declarationOf(project, node) : undefined;
  return declared && ts.isParameter(declared) ? declared : undefined;
}
