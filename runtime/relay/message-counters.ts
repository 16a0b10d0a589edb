import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { createMessageCounters, MESSAGE_COUNTERS_KEY } from '../protocol.js';
import type { MessageCounters } from '../protocol.js';

/** The counters that all threads of this process share; workers made after the first call find them. */
export function shareMessageCounters(): MessageCounters {
  const shared = getEnvironmentData(MESSAGE_COUNTERS_KEY) as MessageCounters | undefined;
  if (shared) return shared;
  const counters = createMessageCounters();
  setEnvironmentData(MESSAGE_COUNTERS_KEY, counters);
  return counters;
}
