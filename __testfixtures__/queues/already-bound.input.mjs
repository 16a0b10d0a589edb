import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import * as hooks from 'async_hooks';
import { context } from '@opentelemetry/api';
import * as otel from '@opentelemetry/api';
import PQueue from 'p-queue';

const queue = new PQueue();
const job = async () => 1;
const carried = context.bind(context.active(), job);
const resource = new AsyncResource('JOB');

export function run() {
  const inContext = AsyncLocalStorage.snapshot();
  return [
    queue.add(carried),
    queue.add(context.bind(context.active(), job)),
    queue.add(otel.context.bind(otel.context.active(), () => job())),
    queue.add(AsyncResource.bind(job)),
    queue.add(hooks.AsyncResource.bind(job, 'JOB')),
    queue.add(AsyncLocalStorage.bind(job)),
    queue.add(resource.bind(job)),
    queue.add(() => inContext(job)),
    queue.add(async () => { return inContext(() => job()); }),
    queue.add(() => resource.runInAsyncScope(job)),
    queue.addAll([carried, AsyncResource.bind(job)]),
  ];
}
