import { ts } from 'ts-morph';
import type { ChannelSearch } from './channel-search.js';
import type { HandIns } from './hand-ins.js';
import type { WorkerEnd } from './worker-ends.js';

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
  if (ts.isCallExpression(construct) || ts.isNewExpression(construct)) return handIns.findDeferral(construct);
  // A subclass starts its worker when it is constructed itself.
  const name = ts.findAncestor(construct, ts.isClassLike)?.name;
  return name && handIns.findDeferralOfClass(name);
}

function listens({ channel, project }: ChannelSearch, end: WorkerEnd): boolean {
  if ('unknown' in end) return false;
  const text = 'text' in end ? end.text : (project.sourceFile(end.path)?.text ?? '');
  const { ownEnd } = channel;
  const name = 'exported' in ownEnd ? ownEnd.exported : ownEnd.global;
  const listening = String.raw`(?:(?:on|once|addListener|addEventListener)\s*\(\s*['"]message['"]|onmessage\b)`;
  return new RegExp(String.raw`\b${name}\s*[!?]?\s*\.\s*${listening}`).test(text);
}
