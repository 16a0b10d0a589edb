type Kind = 'async' | 'queue';

export const kinds: Record<Kind, string> = { async: 'queue', queue: "async" };

export function on(kind: Kind, jobs: (() => void)[]): void {
  if (kind === 'queue') jobs.push(() => console.log('async'));
}
