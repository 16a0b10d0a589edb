import type { PoolSearch } from '../sites/pool-search.js';
import type { ChannelDefinition } from './channel-family.js';

/** What one run over a project shares. */
export interface ChannelSearch extends PoolSearch {
  readonly channel: ChannelDefinition;
}
