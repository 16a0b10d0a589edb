import type { Decision } from './decisions.js';

/** What has been answered by now. */
export interface Answers {
  /** The keys of hunks. */
  readonly accepted: ReadonlySet<string>;
  /** The ids of the sites that were accepted, be it that their hunks have become others since. */
  readonly agreed: ReadonlySet<string>;
  /** The ids of sites. */
  readonly declined: ReadonlySet<string>;
  /** The lines of hunks as somebody made them, by their keys. */
  readonly edited: ReadonlyMap<string, readonly string[]>;
}

export const NO_ANSWERS: Answers = {
  accepted: new Set(),
  agreed: new Set(),
  declined: new Set(),
  edited: new Map(),
};

/** The answers, with a yes to these decisions. */
export function withAccepted(answers: Answers, decisions: readonly Decision[]): Answers {
  const keys = decisions.flatMap(({ hunks }) => hunks.map(({ key }) => key));
  const sites = decisions.flatMap((decision) => [...decision.sites]);
  return {
    ...answers,
    accepted: new Set([...answers.accepted, ...keys]),
    agreed: new Set([...answers.agreed, ...sites]),
  };
}

/** The answers, with a no to these sites. */
export function withDeclined(answers: Answers, sites: readonly string[]): Answers {
  return {
    ...answers,
    agreed: new Set([...answers.agreed].filter((site) => !sites.includes(site))),
    declined: new Set([...answers.declined, ...sites]),
  };
}
