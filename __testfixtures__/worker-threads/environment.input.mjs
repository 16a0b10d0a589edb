import { getEnvironmentData, setEnvironmentData, isMainThread, workerData } from 'node:worker_threads';

if (isMainThread) setEnvironmentData('lamp', 'lit');
export const lamp = getEnvironmentData('lamp') ?? workerData;
