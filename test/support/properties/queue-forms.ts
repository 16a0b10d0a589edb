import { mark } from './marks.js';

/** How a library's queues are imported, built and called. */
export interface QueueForm {
  readonly esm: (library: string) => string;
  readonly cjs: (library: string) => string;
  /** Marked where building one is a site. */
  readonly make: (library: string) => string;
  /** Calls on a receiver with a job; each is a statement's expression, without its mark. */
  readonly calls: readonly ((receiver: string, job: string) => string)[];
  /** Whether calls are given what the queue's own worker takes, and not jobs. @default false */
  readonly takesItems?: boolean;
}

const byDefault =
  (name: string) =>
  (library: string): string =>
    `import ${library} from '${name}';`;
const required =
  (name: string, pattern = (library: string) => library) =>
  (library: string): string =>
    `const ${pattern(library)} = require('${name}');`;
const WORKER = '(plank, done) => done(null, plank)';

export const QUEUE_FORMS: Readonly<Record<string, QueueForm>> = {
  'p-queue': {
    esm: byDefault('p-queue'),
    cjs: required('p-queue', (library) => `{ default: ${library} }`),
    make: (library) => `new ${library}({ concurrency: 1 })`,
    calls: [
      (receiver, job) => `${receiver}.add(${job})`,
      (receiver, job) => `${receiver}?.add(/* the job */ ${job}, { priority: 1 },)`,
      (receiver, job) => `${receiver}.addAll([${job}, ${job}])`,
      (receiver, job) => `${receiver}['add'](${job})`,
    ],
  },
  'p-limit': {
    esm: byDefault('p-limit'),
    cjs: required('p-limit'),
    make: (library) => `${library}(2)`,
    calls: [(receiver, job) => `${receiver}(${job})`, (receiver, job) => `${receiver}(${job}, 'oak', 2)`],
  },
  bottleneck: {
    esm: byDefault('bottleneck'),
    cjs: required('bottleneck'),
    make: (library) => `new ${library}({ maxConcurrent: 1 })`,
    calls: [
      (receiver, job) => `${receiver}.schedule({ priority: 1 }, ${job}, 'oak')`,
      (receiver, job) =>
        `${receiver}\n  .submit(\n    { weight: 1 },\n    ${job}, // the job\n    () => {},\n  )`,
    ],
  },
  'async-lock': {
    esm: byDefault('async-lock'),
    cjs: required('async-lock'),
    make: (library) => `new ${library}()`,
    calls: [(receiver, job) => `${receiver}.acquire('oak', ${job}, { timeout: 5 })`],
  },
  queue: {
    esm: byDefault('queue'),
    cjs: required('queue'),
    make: (library) => `${library}({ autostart: true })`,
    calls: [
      (receiver, job) => `${receiver}.push(${job}, ${job})`,
      (receiver, job) => `${receiver}.splice(0, 1, ${job})`,
    ],
  },
  fastq: {
    esm: byDefault('fastq'),
    cjs: required('fastq'),
    make: (library) => `${mark('construct')}${library}(${WORKER}, 1)`,
    calls: [
      (receiver, item) => `${receiver}.push(${item})`,
      (receiver, item) => `${receiver}.unshift(${item})`,
    ],
    takesItems: true,
  },
  async: {
    esm: (library) => `import * as ${library} from 'async';`,
    cjs: required('async'),
    make: (library) => `${mark('construct')}${library}.priorityQueue(${WORKER}, 1)`,
    calls: [(receiver, item) => `${receiver}.push([${item}], 2)`],
    takesItems: true,
  },
  'better-queue': {
    esm: byDefault('better-queue'),
    cjs: required('better-queue'),
    make: (library) => `${mark('construct')}new ${library}({ process: ${WORKER}, batchSize: 2 })`,
    calls: [(receiver, item) => `${receiver}.push(${item}, () => {})`],
    takesItems: true,
  },
};

/** What a job may be, given the name of a variable. */
export const JOB_FORMS: readonly ((item: string) => string)[] = [
  (item) => `() => ${item}`,
  (item) => `async () => {\n    await ${item};\n  }`,
  () => 'function bend() { return this; }',
  (item) => item,
  (item) => `${item}.saw`,
  (item) => `${item}.saw.bind(${item})`,
  (item) => `Date.now() > 1 ? ${item} : () => 1`,
];

/** Statements with nothing in them that is a queue's. */
export const QUEUE_DECOYS: readonly ((pool: string) => string)[] = [
  () => 'void new Set().add(() => 1);',
  () => 'const planks = [];\n\nplanks.push(() => 1);',
  () => 'class Shelf {\n  add(job) {\n    return job();\n  }\n}\n\nvoid new Shelf().add(() => 1);',
  (pool) => `void ((${pool} = new Set()) => ${pool}.add(() => 1));`,
  (pool) => `void '${pool}.add(() => 1) p-queue'; // ${pool}.add(() => 1)`,
  () => 'void { schedule: (job) => job() }.schedule(() => 1);',
];
