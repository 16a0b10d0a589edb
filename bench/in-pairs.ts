/** Does a work for each item, for two at a time; gives the results in the order of the items. */
export async function inPairs<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  const entries = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of entries) results.set(index, await work(item));
  };
  await Promise.all([lane(), lane()]);
  return items.map((_, index) => results.get(index) as R);
}
