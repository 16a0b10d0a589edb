import { encodeHandler } from '../protocol/handler-reference.js';
import type { HandlerId, TaskForm } from '../protocol/handler-reference.js';

const FORMS: readonly TaskForm[] = ['bare', 'message', 'chunk'];

// Piscina's worker keeps as many handlers.
const MAX_FILES = 1000;

/**
 * The names under which an executor asks its workers for a handler, made once each: an executor has few handlers, and
 * every task names one.
 */
export class HandlerNames {
  readonly #names = new Map<string, Map<string, string[]>>();

  /** The name for a task of `filename`'s export `name`. */
  forTask({ filename, name }: HandlerId, form: TaskForm, isRecorded: boolean): string {
    let byName = this.#names.get(filename);
    if (!byName) {
      // Files made up for a task each must not fill the memory.
      if (this.#names.size >= MAX_FILES) this.#names.clear();
      this.#names.set(filename, (byName = new Map<string, string[]>()));
    }
    let variants = byName.get(name);
    if (!variants) byName.set(name, (variants = []));
    const index = FORMS.indexOf(form) * 2 + (isRecorded ? 1 : 0);
    return (variants[index] ??= encodeHandler({ filename, name, form, isRecorded }));
  }
}
