/** Why a site was refused: stable codes, and a sentence each that says what was found and what to do. */
export const REASONS = {
  'unproven-receiver': (detail: string) =>
    `it cannot be proven what this is called on (${detail}); give the receiver a type or build the pool where it can be followed`,
  'unproven-class': (detail: string) =>
    `it cannot be proven which class this is (${detail}); import the class where it is used`,
  'unproven-worker': (detail: string) =>
    `a pool and its workers change together or not at all, and here one side cannot (${detail}); build the workers by the library's own class, in the function that the pool is given`,
  'unbound-job': (detail: string) =>
    `the job or the worker cannot be bound here (${detail}); write it in a place of its own first, or bind it by hand`,
  'given-method': () =>
    'the method itself is given away here, so that nobody sees whose jobs it takes; call it in a function of its own, and run again',
  minimal: () =>
    'a job that is submitted here loses its context, and call sites are left alone (with --minimal)',
  'unmigrated-pool': (detail: string) =>
    `the pool or queue that this is called on was refused itself (${detail})`,
  'untied-pool': () =>
    'the receiver is a pool or queue by its type, but where it is built is not part of this run, or was refused; look at that place first',
  'escapes-to-unknown': () =>
    'the class itself is given away here, so that pools may be built where nobody sees it; build them where the class is named',
  'carries-context': (detail: string) =>
    `tasks of this pool carry a trace by hand already (${detail}), which the executor would do a second time; take that out, then run again`,
  'unknown-end': (detail: string) =>
    `both ends of a channel change together or not at all, and here the other one is not known (${detail}); name the worker's file where it is started`,
  'unopened-message': (detail: string) =>
    `the other end takes its messages in a way that runs nothing in their context (${detail}); give them to a listener`,
  'deferred-message': (detail: string) =>
    `whose message this is cannot be proven, as it may be sent while another is served (${detail}); inject the message where it is handed in`,
  'deferred-start': (detail: string) =>
    `for whom this worker does its one task cannot be proven, as it may be started while another is served (${detail}); start it in a function that was bound where the task was handed in`,
  'unsupported-version': (detail: string) =>
    `what is used here is no version of the library that can be migrated (${detail}); update it first, then run again`,
  'mocked-module': () =>
    'this file replaces the library by a mock, which the executor would not see; mock `traced-pool` instead, then migrate it by hand',
  'name-conflict': (detail: string) =>
    `the class has members of its own that the executor has as well (${detail}); rename them first`,
  declined: () => 'it was left as it is in an interactive review; run again to decide anew',
  'not-written': (detail: string) => `the file ${detail}; the code is as it was`,
} as const;

export type RefusalCode = keyof typeof REASONS;

/** Why a call that is traced as it stands was left so. */
export const TRACED_AS_IT_IS = {
  'not-called': 'the method is not called here; as it stands it is traced as well',
  minimal: 'call sites keep their verb with --minimal; as it stands it is traced as well',
  declined: 'this change was declined in an interactive review; as it stands the call is traced as well',
  kept: 'the executor traces this method by its own name; the call stays as it is',
  'by-type':
    'the pool reaches this place through a type; all pools of the project are migrated, and this call is traced as it stands',
  'several-sources':
    'the pool may come from elsewhere as well here; ours is migrated, and this call is traced as it stands',
  'foreign-type':
    'the pool has a declared type here that has no `submit`; it is migrated, and this call is traced as it stands',
  bound: 'the job has a context of its own already',
  pushed: 'the worker that takes this is bound where the queue is built',
  'followed-channel': 'the channel stays; what goes over it carries its context, at both ends',
  'own-channel': 'the channel is made for one request, and its listeners run in the context of that',
  injected: 'the message has been given its context already',
  'handed-in': 'the message is given its context where it is handed in; the post stays as it is',
  super: 'a subclass calls its parent here; it is migrated, and this call is traced as it stands',
} as const;
