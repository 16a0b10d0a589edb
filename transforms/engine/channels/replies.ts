import type { ts } from 'ts-morph';
import type { ConstructFinder } from '../sites/constructs.js';
import { callOf } from '../sites/dispatch-members.js';
import type { ChannelSearch } from './channel-search.js';
import { isInjected } from './injected-calls.js';
import { isOwnEnd } from './own-ends.js';
import type { PostFinder } from './posts.js';
import { RunFiles } from './run-files.js';
import type { FileRun } from './run-files.js';
import type { UnopenedMessages } from './unopened-messages.js';

/** Finds what workers send back, in the files that are known to be run by traced workers and nothing else. */
export class ReplyFinder {
  constructor(
    private readonly search: ChannelSearch,
    private readonly constructs: ConstructFinder,
    private readonly posts: PostFinder,
    private readonly unopened: UnopenedMessages,
  ) {}

  /**
   * @param found all constructions, followed or not
   * @param starters those whose file is known, by that file
   */
  find(found: ReadonlySet<ts.Node>, starters: ReadonlyMap<string, readonly ts.Node[]>): void {
    const { search } = this;
    const runs = new RunFiles(search.project, starters);
    const isLibraryNamed = 'exported' in search.channel.ownEnd;
    for (const [path, { members }] of search.syntax) {
      for (const member of members) {
        const call = callOf(member);
        if (!call || call.arguments.length === 0 || !isOwnEnd(search, member.expression)) continue;
        // A process that nothing here starts may be told of by whoever starts the whole program.
        const isAnyProcess = !isLibraryNamed && !starters.has(path);
        if (isAnyProcess && found.size === 0) continue;
        const run = isAnyProcess
          ? { unknown: 'nothing that is known starts this file itself' }
          : runs.of(path);
        if ('unknown' in run) this.#leave(call, run.unknown);
        else this.#decide(call, run);
      }
    }
  }

  #leave(call: ts.CallExpression, detail: string): void {
    const [message] = call.arguments;
    if (message && isInjected(this.search, message)) this.posts.leaveInjected(call);
    else this.posts.refuse(call, 'unknown-end', detail);
  }

  #decide(call: ts.CallExpression, { constructs, starts }: FileRun): void {
    const [message] = call.arguments;
    if (!message) return;
    const refused = constructs.find((construct) => !this.constructs.isMigrated(construct));
    const unopened = this.unopened.find({ paths: starts });
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
