import type { RefusalCode } from './reasons.js';

/** Why a pool that is proven to be one cannot be an executor. */
export interface Obstacle {
  readonly code: RefusalCode;
  readonly detail: string;
}
