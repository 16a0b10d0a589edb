import { Chunk } from './chunk.js';

/** Neighbouring tasks, the first of which has the place `start` among all. */
interface Stretch<Task> {
  start: number;
  readonly tasks: readonly Task[];
  /** How many of the tasks are gone already. */
  offset: number;
  /** Whether each is to travel alone. */
  readonly isApart: boolean;
}

/** The tasks that are held back, in order. */
export class Backlog<Task> {
  #stretches: Stretch<Task>[] = [];
  #addedCount = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds tasks at the end. */
  push(tasks: readonly Task[]): void {
    if (tasks.length === 0) return;
    this.#stretches.push({ start: this.#addedCount, tasks, offset: 0, isApart: false });
    this.#addedCount += tasks.length;
    this.#length += tasks.length;
  }

  /** Puts the tasks of a chunk from `start` to before `end` back to the front. */
  putBack(chunk: Chunk<Task>, start: number, end: number, isApart = false): void {
    if (start >= end) return;
    const tasks = chunk.tasks.slice(start, end);
    this.#stretches.unshift({ start: chunk.start + start, tasks, offset: 0, isApart });
    this.#length += tasks.length;
  }

  /** Takes a chunk from the front: tasks for as long as they are neighbours and `goesOn` says so of the last. */
  shift(goesOn: (task: Task) => boolean): Chunk<Task> {
    const stretch = this.#stretches[0] as Stretch<Task>;
    const { tasks, offset, isApart } = stretch;
    let end = offset + 1;
    if (!isApart) while (end < tasks.length && goesOn(tasks[end - 1] as Task)) end++;
    stretch.offset = end;
    if (end === tasks.length) this.#stretches.shift();
    this.#length -= end - offset;
    return new Chunk(stretch.start + offset, tasks.slice(offset, end));
  }

  /** Forgets all; gives their places. */
  clear(): number[] {
    const places = this.#stretches.flatMap(({ start, tasks, offset }) =>
      tasks.slice(offset).map((_, index) => start + offset + index),
    );
    this.#stretches = [];
    this.#length = 0;
    return places;
  }
}
