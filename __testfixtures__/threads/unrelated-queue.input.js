import { Thread } from 'threads';

export function enqueue(jobs, printer, thread) {
  jobs.queue.push(thread);
  printer.queue('page');
  return { queue: jobs.queue('next'), Thread };
}
