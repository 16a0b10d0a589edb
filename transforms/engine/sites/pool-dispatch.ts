/** How tasks are given to a library's pools. */
export type PoolDispatch = VerbDispatch | MethodDispatch;

/** By a verb of the library's own. */
export interface VerbDispatch {
  /** The native verb, and the executor's; both take the same arguments. */
  readonly from: string;
  readonly to: string;
  /** Further native verbs: the executor traces them, and they stay. */
  readonly kept?: readonly string[];
  /** Whether much else has methods of this name, such as `exec`; a call on something unknown is then no news. */
  readonly isEverydayWord?: boolean;
  /**
   * What is called where such a word is some news all the same, in a file that names the library.
   *
   * @default by what a pool or a worker is called, in any file
   */
  readonly receivers?: RegExp;
}

/** By methods that the user's workers name; the executor traces them, and they stay. */
export interface MethodDispatch {
  /** The methods of the library's own, which dispatch nothing. */
  readonly anyBut: readonly string[];
}

export function isAnyMethod(dispatch: PoolDispatch): dispatch is MethodDispatch {
  return 'anyBut' in dispatch;
}

/** Whether a member of this name dispatches, if it is that of a pool. */
export function isVerb(dispatch: PoolDispatch, name: string): boolean {
  if (isAnyMethod(dispatch))
    return !name.startsWith('_') && !(name in Object.prototype) && !dispatch.anyBut.includes(name);
  return name === dispatch.from || dispatch.kept?.includes(name) === true;
}

/** What a file has in it, of these, if it dispatches. */
export function verbTexts(dispatch: PoolDispatch): readonly string[] {
  return isAnyMethod(dispatch) ? ['('] : [dispatch.from, ...(dispatch.kept ?? [])];
}
