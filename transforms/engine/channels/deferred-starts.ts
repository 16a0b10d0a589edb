import { ts } from 'ts-morph';
import type { ChannelSearch } from './channel-search.js';
import type { HandIns } from './hand-ins.js';
import { findThreadFiles } from './thread-files.js';
import type { WorkerEnd } from './worker-ends.js';

const LISTENING = String.raw`(?:(?:on|once|addListener|addEventListener)\s*\(\s*['"]message['"]|onmessage\b)`;

/**
 * Why it is not proven for whom a worker is started that does one task and ends, and so does it in the context in which it
 * is made. One that listens for messages has the context of each.
 */
export function findDeferredStart(
  search: ChannelSearch,
  handIns: HandIns,
  construct: ts.Node,
  end: WorkerEnd,
): string | undefined {
  if (listens(search, end)) return undefined;
  // Its file is the same for all.
  if (ts.isCallExpression(construct) || ts.isNewExpression(construct))
    return handIns.findDeferral(construct, construct.arguments?.slice(1));
  // A subclass starts its worker when it is constructed itself.
  const name = ts.findAncestor(construct, ts.isClassLike)?.name;
  return name && handIns.findDeferralOfClass(name);
}

/** Whether a worker listens to its own end of the channel, be it in a module that it loads. */
function listens({ channel, project }: ChannelSearch, end: WorkerEnd): boolean {
  if ('unknown' in end) return false;
  const { ownEnd } = channel;
  const isListener =
    'exported' in ownEnd
      ? new RegExp(String.raw`\b${ownEnd.exported}\b[^]*\.\s*${LISTENING}`)
      : new RegExp(String.raw`\b${ownEnd.global}\s*[!?]?\s*\.\s*${LISTENING}`);
  if ('text' in end) return isListener.test(end.text);
  return end.paths.every((start) => {
    const { files } = findThreadFiles(project, [start]);
    return [...files].some((path) => isListener.test(project.sourceFile(path)?.text ?? ''));
  });
}
