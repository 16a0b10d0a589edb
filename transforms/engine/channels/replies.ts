import type { ts } from 'ts-morph';
import type { ConstructFinder } from '../sites/constructs.js';
import { callOf } from '../sites/dispatch-members.js';
import type { ChannelSearch } from './channel-search.js';
import { isInjected } from './injected-calls.js';
import { isOwnEnd } from './own-ends.js';
import type { PostFinder } from './posts.js';
import type { UnopenedMessages } from './unopened-messages.js';

/** Finds what workers send back, in the files that are known to be run by traced workers and nothing else. */
export class ReplyFinder {
  constructor(
    private readonly search: ChannelSearch,
    private readonly constructs: ConstructFinder,
    private readonly posts: PostFinder,
    private readonly unopened: UnopenedMessages,
  ) {}

  /** @param starters the constructions by the file that they start. */
  find(starters: ReadonlyMap<string, readonly ts.Node[]>): void {
    for (const [path, constructs] of starters) {
      for (const member of this.search.syntax.get(path)?.members ?? []) {
        const call = callOf(member);
        if (call && isOwnEnd(this.search, member.expression)) this.#decide(call, constructs);
      }
    }
  }

  #decide(call: ts.CallExpression, constructs: readonly ts.Node[]): void {
    const [message] = call.arguments;
    if (!message) return;
    const refused = constructs.find((construct) => !this.constructs.isMigrated(construct));
    const unopened = this.unopened.find({ path: call.getSourceFile().fileName });
    if (isInjected(this.search, message)) this.posts.leaveInjected(call);
    else if (refused) this.posts.refuse(call, 'unmigrated-pool', `see ${this.search.list.placeOf(refused)}`);
    else if (!this.constructs.areAllMigrated)
      this.posts.refuse(
        call,
        'unknown-end',
        'what was refused, or could not be read, may start this file as well',
      );
    else if (unopened !== undefined) this.posts.refuse(call, 'unopened-message', unopened);
    else
      this.posts.inject(
        call,
        constructs.map((construct) => construct.getSourceFile().fileName),
      );
  }
}
