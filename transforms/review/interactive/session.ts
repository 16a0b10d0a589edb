import type { Analysis, FileOutcome } from '../../engine/contracts.js';
import { NO_ANSWERS, withAccepted, withDeclined } from './answers.js';
import type { Answers } from './answers.js';
import { findDecisions } from './decisions.js';
import type { Decision } from './decisions.js';
import { applyEdited, findBreak, readEdited } from './edited-hunks.js';
import { listHunks } from './hunks.js';
import type { Hunk } from './hunks.js';

/** Finds all sites and edits anew, but for these sites and what depends on them. */
export type Search = (declined: ReadonlySet<string>) => Promise<Analysis>;

function listRewritten({ sites }: Analysis): string[] {
  const isAsked = (kind: string): boolean => kind === 'construct' || kind === 'dispatch';
  return sites.filter(({ outcome, kind }) => outcome === 'rewritten' && isAsked(kind)).map(({ id }) => id);
}

/** Somebody's answers to the changes of a run, one decision after the other. */
export class Session {
  /** Those before the present ones, with the analyses that they led to. */
  readonly #history: (readonly [Answers, Analysis])[] = [];
  #answers = NO_ANSWERS;
  #decisions: readonly Decision[] = [];

  constructor(
    private readonly search: Search,
    private analysis: Analysis,
  ) {
    this.#decisions = this.#findDecisions();
  }

  /** What is to be answered next; `undefined` where nothing is left. */
  get current(): Decision | undefined {
    return this.#open[0];
  }

  /** Whether the current change was accepted once, and has become another by a later answer. */
  get isChanged(): boolean {
    const sites = [...(this.current?.sites ?? [])];
    return sites.length > 0 && sites.every((site) => this.#answers.agreed.has(site));
  }

  /** How many have been answered, and how many there are by now. */
  get progress(): { readonly answered: number; readonly total: number } {
    const answered = this.#history.length;
    return { answered, total: answered + this.#open.length };
  }

  /** All that was accepted, as it is to be written. */
  get result(): Analysis {
    return { ...this.analysis, files: this.analysis.files.map((file) => this.#edit(file, this.#answers)) };
  }

  /** Takes changes as they are: the current one, or all that are open in its file. */
  accept(isForFile = false): void {
    this.#remember(withAccepted(this.#answers, this.#currentOnes(isForFile)));
    this.#decisions = this.#findDecisions();
  }

  /**
   * Leaves code as it is: that of the current change, or of all that are open in its file. Gives the ids of further sites
   * that depend on it, and so stay as well.
   */
  async decline(isForFile = false): Promise<string[]> {
    const before = listRewritten(this.analysis);
    const sites = this.#currentOnes(isForFile).flatMap((decision) => [...decision.sites]);
    this.#remember(withDeclined(this.#answers, sites));
    await this.#findAgain();
    const after = new Set(listRewritten(this.analysis));
    return before.filter((id) => !after.has(id) && !this.#answers.declined.has(id));
  }

  /** Takes the current change as somebody has edited it, or says why that cannot be. */
  acceptEdited(patch: string): string | undefined {
    const hunks = this.current?.hunks ?? [];
    const found = readEdited(patch, hunks);
    if ('problem' in found) return found.problem;
    const edited = new Map([...this.#answers.edited, ...found.lines]);
    const answers = { ...withAccepted(this.#answers, this.#currentOnes(false)), edited };
    for (const { file } of hunks) {
      const broken = findBreak(this.#edit(file, answers));
      if (broken !== undefined) return `with that, ${file.path} ${broken}`;
    }
    this.#remember(answers);
    this.#decisions = this.#findDecisions();
    return undefined;
  }

  /** Takes the last answer back; tells whether there was one. */
  back(): boolean {
    const former = this.#history.pop();
    if (!former) return false;
    [this.#answers, this.analysis] = former;
    this.#decisions = this.#findDecisions();
    return true;
  }

  /** Leaves all that is open as it is. */
  async declineRest(): Promise<void> {
    while (this.current) {
      const { agreed, declined } = this.#answers;
      const sites = this.#open.flatMap((decision) => [...decision.sites].filter((site) => !agreed.has(site)));
      if (sites.some((site) => !declined.has(site))) {
        this.#answers = withDeclined(this.#answers, sites);
        await this.#findAgain();
      } else {
        // What is still open goes with what was accepted.
        this.#answers = withAccepted(this.#answers, this.#open);
        this.#decisions = this.#findDecisions();
      }
    }
  }

  get #open(): readonly Decision[] {
    return this.#decisions.filter(({ hunks }) => !hunks.every((hunk) => this.#isAccepted(hunk)));
  }

  #currentOnes(isForFile: boolean): readonly Decision[] {
    const { current } = this;
    if (!current || !isForFile) return current ? [current] : [];
    return this.#open.filter(({ hunks }) => hunks.some(({ file }) => file.path === current.path));
  }

  #isAccepted({ key }: Hunk): boolean {
    return this.#answers.accepted.has(key);
  }

  #findDecisions(): Decision[] {
    return findDecisions(this.analysis, (hunk) => this.#isAccepted(hunk));
  }

  #remember(answers: Answers): void {
    this.#history.push([this.#answers, this.analysis]);
    this.#answers = answers;
  }

  async #findAgain(): Promise<void> {
    this.analysis = await this.search(this.#answers.declined);
    this.#decisions = this.#findDecisions();
  }

  #edit(file: FileOutcome, { edited }: Answers): FileOutcome {
    return edited.size === 0 ? file : applyEdited(file, listHunks({ files: [file] }), edited);
  }
}
