import { ts } from 'ts-morph';
import { callOf } from '../sites/dispatch-members.js';
import type { ChannelSearch } from './channel-search.js';
import { isInjected } from './injected-calls.js';
import { isOwnEnd } from './own-ends.js';
import type { PortEnds, PortPlace } from './port-ends.js';
import { bareValue } from './value-syntax.js';

/** Finds what else may give a worker a port, in the place where it finds the one of a channel. */
export class PortFeeds {
  #posts: readonly ts.CallExpression[] | undefined;

  constructor(
    private readonly search: ChannelSearch,
    private readonly portEnds: PortEnds,
    /** The constructions by the file that they start. */
    private readonly starters: ReadonlyMap<string, readonly ts.Node[]>,
  ) {}

  of({ file, way, path }: PortPlace): readonly ts.Node[] {
    if (way === 'data') return this.starters.get(file) ?? [];
    return this.#moving().filter((call) => this.#mayReach(call, file) && this.#mayHave(call, path));
  }

  /** The posts that move something: only those can bring a port. */
  #moving(): readonly ts.CallExpression[] {
    return (this.#posts ??= [...this.search.syntax.values()].flatMap(({ members }) =>
      members.flatMap((member) => {
        const call = callOf(member);
        const moved = call?.arguments[1];
        return call && moved && !isOfBuffers(moved) ? [call] : [];
      }),
    ));
  }

  #mayReach({ expression }: ts.CallExpression, file: string): boolean {
    const receiver = (expression as ts.PropertyAccessExpression | ts.ElementAccessExpression).expression;
    if (isOwnEnd(this.search, receiver)) return false;
    const value = this.search.evaluator.evaluate(receiver);
    if (value.kind !== 'instance') return value.kind === 'unknown';
    const { constructs, isPartial } = value;
    const isElsewhere = constructs.every((construct) => (this.portEnds.fileOf(construct) ?? file) !== file);
    return isPartial || constructs.length === 0 || !isElsewhere;
  }

  #mayHave({ arguments: [given] }: ts.CallExpression, [key]: readonly string[]): boolean {
    if (!given) return false;
    let message = bareValue(given);
    if (isInjected(this.search, message) && ts.isCallExpression(message) && message.arguments[0])
      message = bareValue(message.arguments[0]);
    if (!ts.isObjectLiteralExpression(message)) return true;
    return message.properties.some(({ name }) => {
      const isNamed = name && (ts.isIdentifier(name) || ts.isStringLiteral(name));
      return !isNamed || name.text === key;
    });
  }
}

/** `[image.data.buffer]` has no port in it. */
function isOfBuffers(moved: ts.Expression): boolean {
  return (
    ts.isArrayLiteralExpression(moved) &&
    moved.elements.every((one) => ts.isPropertyAccessExpression(one) && one.name.text === 'buffer')
  );
}
